namespace AgentHelpdesk.TeamsBot.Resources;

/// <summary>What the console says of recorded turns and of the model's use.</summary>
internal sealed partial class Messages
{
    public string HelpModel => Say();
    public string HelpModelOff => Say();
    public string HelpModelOn => Say();
    public string HelpModelReason => Say();
    public string HelpModelStatus => Say();
    public string HelpNoModel => Say();
    public string HelpRecords => Say();
    public string HelpRecordsExport => Say();
    public string HelpRecordsFile => Say();
    public string HelpRecordsSince => Say();
    public string HelpRecordsUntil => Say();
    public string HelpReplay => Say();
    public string HelpReplayId => Say();
    public string ModelBudgetSpent => Say();
    public string ModelIsOn => Say();
    public string ModelNotConfigured => Say();
    public string ModelTurnedOff => Say();
    public string ModelTurnedOn => Say();
    public string NoRecords => Say();
    public string RecordUnreadable => Say();
    public string ReplayCitations => Say();
    public string ReplayClaims => Say();
    public string ReplayPassages => Say();
    public string ReplaySame => Say();
    public string ReplayVerdicts => Say();
    public string ReplayWordsErased => Say();

    public string ModelConfigured(string model) => Fill([model]);
    public string ModelCost(decimal cost, string currency) => Fill([cost, currency]);
    public string ModelCostBudget(decimal cost, decimal limit, string currency) => Fill([cost, limit, currency]);
    public string ModelEstimated(long calls) => Fill([calls]);
    public string ModelFailed(string reason, long times) => Fill([reason, times]);
    public string ModelIsOff(DateOnly day, string reason) => Fill([day, reason.Length == 0 ? "–" : reason]);
    public string ModelTokenBudget(long used, long limit) => Fill([used, limit]);
    public string ModelUsed(DateOnly day, long calls, long inputTokens, long outputTokens) => Fill([day, calls, inputTokens, outputTokens]);
    public string NoRecordsSince(DateOnly day) => Fill([day]);
    public string RecordAmbiguous(string id) => Fill([id]);
    public string RecordIdUnreadable(string id, int digits) => Fill([id, digits]);
    public string RecordLine(DateOnly day, string id, string question) => Fill([day, id, question]);
    public string RecordUnknown(string id) => Fill([id]);
    public string RecordsNotWritten(string file, string cause) => Fill([file, cause]);
    public string RecordsWritten(int count, string file) => Count(count, [count, file]);
    public string ReplayChanged(string what, string before, string now) => Fill([what, before, now]);
    public string ReplayMoved(int from, int to, string passage) => Fill([from, to, passage]);
    public string ReplayPublicationMoved(long before, long now) => Fill([before, now]);
    public string ReplayPublicationSame(long publication) => Fill([publication]);
}
