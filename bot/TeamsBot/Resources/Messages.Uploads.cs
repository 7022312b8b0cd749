using AgentHelpdesk.Ingestion;

namespace AgentHelpdesk.TeamsBot.Resources;

/// <summary>What the table of uploads says. Sentences with places that the page's script fills are sent as they are.</summary>
internal sealed partial class Messages
{
    public string ColumnReplaces => Say();
    public string ColumnCheck => Say();
    public string ReplacesHint => Say();
    public string ReplacesUnknown => Say();
    public string AdoptChoice(string title) => Fill([title]);
    public string SameNumber(string number) => Fill([number]);
    public string SameWords(double share) => Fill([share]);
    public string ReadOn(int page) => Fill([page]);
    public string ReadOnAs(int page, string words) => Fill([page, words]);
    public string ReadingOf(int pages, int chunks) => Fill([pages, chunks]);
    public string NotStated => Say();
    public string TitleOfFile => Say();
    public string InboxTitle => Say();
    public string CountUnderWay(int lines) => Fill([lines]);
    public string CountPublishable(int lines) => Count(lines, [lines]);
    public string CountWaiting(int lines) => Fill([lines]);
    public string CountSettled(int lines) => Count(lines, [lines]);
    public string CheckAgain => Say();
    public string PutSettledAway => Say();
    public string PublishClean(int lines) => Count(lines, [lines]);
    public string PublishTicked(int lines) => Count(lines, [lines]);
    public string PublishBusy => Say();
    public string PublishedCount(int lines) => Count(lines, [lines]);
    public string PublishedExcept(int published, int failed) => Fill([published, failed]);
    public string NothingToPublish => Say();
    public string StateReady => Say();
    public string StateChecked => Say();
    public string StateToCheck => Say();
    public string StateToMend => Say();
    public string LookedAt => Say();
    public string PutAway => Say();
    public string UploadsFurther(int uploads) => Fill([uploads]);
    public string StepReceived => Say();
    public string StepOpening => Say();
    public string StepReading(int read, int pages) => Fill([read, pages]);
    public string StepPublishing => Say();
    public string SettledPublished(int pages, int chunks) => Fill([pages, chunks]);
    public string SettledResembles(string title) => Fill([title]);
    public string SettledNewRevision(string title) => Fill([title]);
    public string SettledOutranked => Say();
    public string SettledCorrected => Say();
    public string SettledUnchanged => Say();
    public string SettledRetired => Say();
    public string SettledRetiredRemedy => Say();
    public string WarnFailed(string reason, string remedy) => Fill([reason, remedy]);
    public string WarnNoDate => Say();
    public string WarnSameBytes(string title) => Fill([title]);
    public string WarnRetiredBytes(string title) => Fill([title]);
    public string WarnSameUpload(string file) => Fill([file]);
    public string WarnLikeUpload(string file) => Fill([file]);
    public string WarnResembles(string title) => Fill([title]);
    public string WarnNumberUsed(string title) => Fill([title]);
    public string WarnSameTitle(string file) => Fill([file]);
    public string WarnSameNumber(string file) => Fill([file]);
    public string WarnTitleOfFile => Say();
    public string WarnProblems(int count, string problems) => Count(count, [count, problems]);
    public string DropTitle => Say();
    public string DropWords => Say();
    public string DropChoose => Say();
    public string DropSend => Say();
    public string DropLimits(int mebibytes) => Fill([mebibytes]);
    public string SendTooLarge => Say();
    public string SendingCount => Say();
    public string SentCount => Say();
    public string SendLost => Say();
    public string SendRetry => Say();
    public string SendWaiting => Say();
    public string InboxOffline => Say();
    public string FillDown => Say();
    public string GridHelp => Say();
    public string FilledDown => Say();
    public string Pasted => Say();
    public string Undone => Say();
    public string OnlyWaiting => Say();

    public string TryBefore => Say();
    public string TryBeforeHint => Say();
    public string TryGone => Say();
    public string TryMendFirst => Say();

    public string FileSize(long bytes) => bytes < 1_000_000 ? Fill([Math.Max(1, bytes / 1000)], "FileSizeKilobytes") : Fill([bytes / 1e6], "FileSizeMegabytes");

    public string RefusalReason(RefusalReason reason) => Sentence("Refusal" + reason);

    public string Remedy(RefusalReason reason, string detail) => Fill([detail], "Remedy" + reason);

    public string SettledRefused(RefusalReason reason) => Fill([RefusalReason(reason)]);

    /// <summary>A file that was not taken, in one line.</summary>
    public string Refused(string file, RefusalReason reason, string detail) => Fill([file, RefusalReason(reason), Remedy(reason, detail)], "RefusedFile");
}
