package dev.precinct.local.cli;

import dev.precinct.local.cli.context.LazyContext;
import dev.precinct.local.cli.images.ImagesCommand;
import dev.precinct.local.home.UserMustActException;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.PrintStream;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** All commands by name, and what becomes of an error: one line that says what to do, or a trace where it is our bug. */
public final class Commands {
    private static final int FAILED = 1;

    private Commands() {}

    @Command(
            name = "precinct",
            description = "Precinct on one machine.",
            footer = {
                "",
                "  precinct test [--fast]     run the tests",
                "",
                "PRECINCT_HOME   where everything is kept (default: .precinct in the checkout)",
                "PRECINCT_PORT   port of the portal (default: 8080); the simulator has the next one"
            },
            subcommands = CommandLine.HelpCommand.class)
    private static final class Root implements Callable<Integer> {
        @Override
        public Integer call() {
            return 0;
        }
    }

    public static int run(String[] arguments, Map<String, String> environment) {
        var context = new LazyContext(environment);
        PrintStream out = System.out;
        var line = new CommandLine(new Root())
                .addSubcommand(new UpCommand(context, out))
                .addSubcommand(new DownCommand(context, out))
                .addSubcommand(new ResetCommand(context, out))
                .addSubcommand(new StatusCommand(context, out))
                .addSubcommand(new LogsCommand(context, out))
                .addSubcommand(new GetCommand(context, out))
                .addSubcommand(new ApplyCommand(context, out))
                .addSubcommand(new DeleteCommand(context, out))
                .addSubcommand(new SimulatorCommand(context))
                .addSubcommand(new ImagesCommand(environment, out))
                .addSubcommand(new SuperviseCommand(context, environment))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((e, command, _) -> explained(e, command));
        if (arguments.length == 0) {
            line.usage(System.err);
            return CommandLine.ExitCode.USAGE;
        }
        return line.execute(arguments);
    }

    private static int explained(Exception e, CommandLine command) throws Exception {
        switch (e) {
            case UserMustActException known -> command.getErr().println("precinct: " + known.getMessage());
            case KubernetesClientException refused
            when refused.getStatus() != null ->
                ApiErrors.explain(refused).forEach(text -> command.getErr().println("precinct: " + text));
            default -> throw e;
        }
        return FAILED;
    }
}
