package org.insignia.cli.badge;

import picocli.CommandLine.Command;

/** {@code insignia vc-jose-cose}: the program that W3C's suite of that name drives. */
@Command(
    name = "vc-jose-cose",
    mixinStandardHelpOptions = true,
    description = "The program interface of W3C's vc-jose-cose test suite.",
    subcommands = {JoseCoseIssueCommand.class, JoseCoseVerifyCommand.class})
final class JoseCoseCommand {}
