using AgentHelpdesk.Ingestion;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.ModelServers.Checking;
using AgentHelpdesk.TeamsBot.Settings;

namespace AgentHelpdesk.TeamsBot.Resources;

/// <summary>What the console says: the start, the verbs' help, and what keeps either from running.</summary>
internal sealed partial class Messages
{
    public string EvidenceEnough => Say();
    public string HelpAsk => Say();
    public string HelpCsv => Say();
    public string HelpData => Say();
    public string HelpDate => Say();
    public string HelpJson => Say();
    public string HelpLanguage => Say();
    public string HelpProgram => Say();
    public string HelpQuestion => Say();
    public string HelpQuestions => Say();
    public string HelpSearch => Say();
    public string HelpCheck => Say();
    public string CheckNoModel => Say();
    public string CheckNoEmbedding => Say();
    public string CheckModel(string name, string endpoint) => Fill([name, endpoint]);
    public string CheckEmbedding(string name, string endpoint) => Fill([name, endpoint]);
    public string CheckReported(string name) => Fill([name]);
    public string CheckReportedNothing => Say();
    public string CheckNamedOtherwise(string reported, string configured) => Fill([reported, configured]);
    public string CheckTook(double milliseconds) => Fill([milliseconds]);
    public string CheckTokens(long? input, long? output) => Fill([input?.ToString(Language.Culture) ?? "?", output?.ToString(Language.Culture) ?? "?"]);
    public string CheckSchemaHonoured => Say();
    public string CheckSchemaIgnored => Say();
    public string CheckVector(int size) => Fill([size]);
    public string CheckFailure(ServerCheckFailure failure, string detail) => Fill([detail], "CheckFailure" + failure);
    public string HelpSince => Say();
    public string JsonOrCsv => Say();
    public string NoReports => Say();

    public string AddressRefused(string address, string cause) => Fill([address, cause]);
    public string AddressTaken(string address) => Fill([address]);
    public string AddressUnreadable(string address) => Fill([address]);
    public string EvidenceStrength(double strength, string verdict) => Fill([strength, verdict]);
    public string HelpAddress(string preset) => Fill([preset]);
    public string HelpTop(int limit) => Fill([limit]);
    public string IngestingSamples(int files) => Fill([files]);
    public string KeptFileDamaged(string file) => Fill([file]);
    public string NoReportsSince(DateOnly day) => Fill([day]);
    public string RankingTitle(string period) => Fill([period]);
    public string ReportLine(DateOnly day, long times, string question) => Fill([day, times, question]);
    public string Scores(string fused, string sparse, string dense) => Fill([fused, sparse, dense]);
    public string Starting(string dataFolder) => Fill([dataFolder]);
    public string StoreUnavailable(string cause) => Fill([cause]);
    public string TopOutsideRange(int count, int limit) => Fill([count, limit]);
    public string UnknownWord(string word) => Fill([word]);

    public string Ready(CatalogueState state) =>
        Count(state.Documents, [state.Documents], state is { OnlySamples: true, Documents: > 0 } ? "ReadySamples" : "Ready");

    public string DataFolderFault(DataFolderException fault) => Fill([fault.Path, fault.Found, fault.Expected], "Fault" + fault.Fault);

    public string BadSetting(SettingProblem problem) => problem switch
    {
        SettingProblem.Unknown unknown => Fill([unknown.Key, unknown.Known], "SettingUnknown"),
        SettingProblem.Unreadable unreadable => Fill([unreadable.Key, unreadable.Value, unreadable.Type], "SettingUnreadable"),
        SettingProblem.OutsideRange outside => Fill([outside.Key, outside.Value, outside.Minimum, outside.Maximum], "SettingOutsideRange"),
        SettingProblem.NoPublicAddress address => Fill([address.Key, address.Value, Sentence("PublicAddress" + address.Fault)], "SettingNoPublicAddress"),
        SettingProblem.NotAllowed other => Fill([other.Key, other.Value, other.Allowed], "SettingNotAllowed"),
        SettingProblem.NotGuid other => Fill([other.Key, other.Value], "SettingNotGuid"),
        SettingProblem.NotLocal other => Fill([other.Key, other.Value], "SettingNotLocal"),
        SettingProblem.Needed needed => Fill([needed.Key, needed.By], "SettingNeeded"),
        SettingProblem.Unpriced unpriced => Fill([unpriced.Key, unpriced.InputPrice, unpriced.OutputPrice], "SettingUnpriced"),
        SettingProblem.OfServer server => Fill([server.Key, server.Value], "SettingServer" + server.Fault),
        SettingProblem.Together together => Fill([together.Key, together.With], "SettingsTogether"),
        _ => throw new ArgumentOutOfRangeException(nameof(problem), problem.GetType().Name, "No sentence is known for this problem."),
    };

    /// <summary>What became of a file, on one line.</summary>
    public string Outcome(IngestOutcome outcome) => outcome switch
    {
        IngestOutcome.Published published => Fill([Path.GetFileName(published.File), published.Pages], "OutcomePublished"),
        IngestOutcome.NewRevision revision => Fill([Path.GetFileName(revision.File), revision.Pages], "OutcomeNewRevision"),
        IngestOutcome.Corrected => Fill([Path.GetFileName(outcome.File)], "OutcomeCorrected"),
        IngestOutcome.Unchanged => Fill([Path.GetFileName(outcome.File)], "OutcomeUnchanged"),
        IngestOutcome.Retired => Fill([Path.GetFileName(outcome.File)], "OutcomeRetired"),
        IngestOutcome.Refused refused => Fill([Path.GetFileName(refused.File), Sentence("Refusal" + refused.Reason)], "OutcomeRefused"),
        IngestOutcome.MetadataReported => Fill([Path.GetFileName(outcome.File)], "OutcomeMetadata"),
        IngestOutcome.Busy => Sentence("OutcomeBusy"),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome.GetType().Name, "No sentence is known for this outcome."),
    };
}
