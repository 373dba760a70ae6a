package org.insignia.cli.badge;

import picocli.CommandLine.Command;

/** {@code insignia status}. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = "Makes and reads status lists.",
    subcommands = {StatusNewCommand.class, StatusShowCommand.class})
final class StatusCommand {}
