// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli;

import java.util.List;
import org.folkmoot.backends.BackendFailed;
import org.folkmoot.cli.accounts.AccountCommand;
import org.folkmoot.cli.acts.ActCommand;
import org.folkmoot.cli.acts.NotVerified;
import org.folkmoot.cli.client.ExitCodes;
import org.folkmoot.cli.client.MaybeDone;
import org.folkmoot.cli.client.NothingRuns;
import org.folkmoot.cli.client.RefusedByService;
import org.folkmoot.cli.client.Unreachable;
import org.folkmoot.cli.client.Usage;
import org.folkmoot.cli.client.WaitedTooLong;
import org.folkmoot.cli.community.CommunityCommand;
import org.folkmoot.cli.conformance.ConformanceCommand;
import org.folkmoot.cli.constitution.ConstitutionCommand;
import org.folkmoot.cli.deciding.CalendarCommand;
import org.folkmoot.cli.deciding.DecideCommand;
import org.folkmoot.cli.delegating.DelegateCommand;
import org.folkmoot.cli.demo.DemoCommand;
import org.folkmoot.cli.drawing.DrawCommand;
import org.folkmoot.cli.escrows.EscrowCommand;
import org.folkmoot.cli.escrows.ExpenseCommand;
import org.folkmoot.cli.house.Down;
import org.folkmoot.cli.house.HouseFailed;
import org.folkmoot.cli.house.Logs;
import org.folkmoot.cli.house.Status;
import org.folkmoot.cli.house.Up;
import org.folkmoot.cli.joining.AppealCommand;
import org.folkmoot.cli.joining.ApplicantsCommand;
import org.folkmoot.cli.joining.AttestCommand;
import org.folkmoot.cli.joining.JoinCommand;
import org.folkmoot.cli.joining.LeaveCommand;
import org.folkmoot.cli.joining.ObjectCommand;
import org.folkmoot.cli.joining.PresentCommand;
import org.folkmoot.cli.joining.RecognizeCommand;
import org.folkmoot.cli.joining.RenewCommand;
import org.folkmoot.cli.joining.VouchCommand;
import org.folkmoot.cli.keys.KeysCommand;
import org.folkmoot.cli.keys.RecoverCommand;
import org.folkmoot.cli.members.EligibilityCommand;
import org.folkmoot.cli.members.MembersCommand;
import org.folkmoot.cli.members.RoleCommand;
import org.folkmoot.cli.members.SessionCommand;
import org.folkmoot.cli.outside.OutsideCommand;
import org.folkmoot.cli.outside.PayoutCommand;
import org.folkmoot.cli.outside.WebhookCommand;
import org.folkmoot.cli.papers.PaperCommand;
import org.folkmoot.cli.personal.PersonalCommand;
import org.folkmoot.cli.policies.PoliciesCommand;
import org.folkmoot.cli.polls.PollCommand;
import org.folkmoot.cli.polls.VoteCommand;
import org.folkmoot.cli.proposals.ProposalCommand;
import org.folkmoot.cli.tally.TallyCommand;
import org.folkmoot.cli.treasury.TreasuryCommand;
import org.folkmoot.cli.trustees.TrusteeCommand;
import org.folkmoot.constitution.ConstitutionRefused;
import org.folkmoot.constitution.PluginFailed;
import org.folkmoot.constitution.PluginsRefused;
import org.folkmoot.sealing.SealingRefused;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The command line. */
@Command(name = "folkmoot", description = "A governance engine that a community owns.")
public final class Folkmoot {
    /** In the order in which the help shows them. */
    private static final List<Class<?>> COMMANDS = List.of(
            DemoCommand.class,
            Up.class,
            Down.class,
            Status.class,
            Logs.class,
            KeysCommand.class,
            ActCommand.class,
            RecoverCommand.class,
            JoinCommand.class,
            PresentCommand.class,
            RecognizeCommand.class,
            ApplicantsCommand.class,
            VouchCommand.class,
            AttestCommand.class,
            ObjectCommand.class,
            LeaveCommand.class,
            RenewCommand.class,
            AppealCommand.class,
            SessionCommand.class,
            PersonalCommand.class,
            RoleCommand.class,
            EligibilityCommand.class,
            CommunityCommand.class,
            MembersCommand.class,
            ProposalCommand.class,
            VoteCommand.class,
            DelegateCommand.class,
            PaperCommand.class,
            PollCommand.class,
            TrusteeCommand.class,
            AccountCommand.class,
            TreasuryCommand.class,
            EscrowCommand.class,
            ExpenseCommand.class,
            OutsideCommand.class,
            PayoutCommand.class,
            WebhookCommand.class,
            ConstitutionCommand.class,
            ConformanceCommand.class,
            PoliciesCommand.class,
            DecideCommand.class,
            TallyCommand.class,
            DrawCommand.class,
            CalendarCommand.class,
            Completion.class,
            HelpCommand.class);

    /** Runs a command and ends with its exit code. */
    public static void main(String[] args) {
        // Libraries on this class path want it before anybody logs.
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        System.exit(commandLine(List.of(args)).execute(args));
    }

    /** The command line, not yet run. */
    public static CommandLine commandLine() {
        return with(COMMANDS);
    }

    /** The same with no more than the command that the first word names: to read all of them takes longer than to run one. */
    public static CommandLine commandLine(List<String> words) {
        var named = words.stream()
                .limit(1)
                .flatMap(word -> COMMANDS.stream().filter(command -> isNamed(command, word)))
                .toList();
        return with(named.isEmpty() ? COMMANDS : named);
    }

    /** Help and completion look at all the others. */
    private static boolean isNamed(Class<?> command, String word) {
        return command != HelpCommand.class
                && command != Completion.class
                && command.getAnnotation(Command.class).name().equals(word);
    }

    private static CommandLine with(List<Class<?>> commands) {
        var line = new CommandLine(new Folkmoot());
        commands.forEach(line::addSubcommand);
        addHelp(line);
        return line.setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                // A word such as @swap.json names a file to the command that it stands in, not words to put in its
                // place.
                .setExpandAtFiles(false)
                .setExecutionExceptionHandler(Folkmoot::explain);
    }

    private static void addHelp(CommandLine line) {
        if (!line.getCommandSpec().helpCommand())
            line.getCommandSpec()
                    .addOption(OptionSpec.builder("-h", "--help")
                            .usageHelp(true)
                            .description("Show what the command takes.")
                            .build());
        line.getSubcommands().values().forEach(Folkmoot::addHelp);
    }

    private static boolean isForPrograms(CommandLine command) {
        var json = command.getCommandSpec().findOption("--json");
        return json != null && Boolean.TRUE.equals(json.getValue());
    }

    /** What a person can do something about is said in a sentence; anything else is a mistake of ours and is shown whole. */
    private static int explain(Exception failure, CommandLine command, ParseResult parsed) throws Exception {
        var code = switch (failure) {
            case Usage _ -> ExitCodes.USAGE;
            case RefusedByService _, NothingRuns _, ConstitutionRefused _, SealingRefused _ -> ExitCodes.REFUSED;
            case HouseFailed _,
                    BackendFailed _,
                    PluginsRefused _,
                    PluginFailed _,
                    Unreachable _,
                    MaybeDone _,
                    WaitedTooLong _,
                    NotVerified _ -> ExitCodes.FAILED;
            default -> throw failure;
        };
        command.getErr()
                .println(
                        failure instanceof RefusedByService refused && isForPrograms(command)
                                ? refused.problem().toString()
                                : failure.getMessage());
        command.getErr().flush();
        return code;
    }
}
