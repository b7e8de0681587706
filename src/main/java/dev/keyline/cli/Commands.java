package dev.keyline.cli;

import picocli.CommandLine.Command;

/** The commands there are. */
@Command(
        name = "keyline",
        description = "Works on policies as files. Without a command: the service.",
        mixinStandardHelpOptions = true,
        subcommands = {
            CheckCommand.class,
            CasesCommand.class,
            DiffCommand.class,
            ImpactCommand.class,
            VerifyAuditCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing to complain about",
            "1:there is something: errors, failed cases, differences",
            "2:the command could not be run: wrong options, a file that cannot be read"
        })
final class Commands {
    static final int FOUND = 1;
    static final int UNUSABLE = 2;
}
