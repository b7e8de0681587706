package dev.keyline.cli;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.logging.LogManager;
import picocli.CommandLine;

/** Where the packaged jar begins: without arguments it is the service, with some it does what they say and ends. */
@QuarkusMain
public final class Keyline {
    private Keyline() {}

    /** Runs the service, or a command; the exit code is 0, 1 when the command found something, 2 when it could not run. */
    public static void main(String... arguments) {
        if (arguments.length == 0) {
            Quarkus.run();
        } else {
            LogManager.getLogManager().reset(); // what the engine logs, the command says
            System.exit(commands().execute(arguments));
        }
    }

    static CommandLine commands() {
        return new CommandLine(new Commands())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((exception, command, parsed) -> {
                    if (!(exception instanceof UnusableFileException)) {
                        throw exception;
                    }
                    command.getErr().println(exception.getMessage());
                    return Commands.UNUSABLE;
                });
    }
}
