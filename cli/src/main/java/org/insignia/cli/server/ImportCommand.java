package org.insignia.cli.server;

import picocli.CommandLine.Command;

/** {@code insignia import}: hands files to a running server. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description =
        "Hands catalogue, results, job or wage files to a running server and prints its report.",
    subcommands = {
      ImportCatalogue.class,
      ImportResults.class,
      ImportJobs.class,
      ImportSkills.class,
      ImportWages.class
    })
public final class ImportCommand {}
