namespace AgentHelpdesk.TeamsBot.Resources;

/// <summary>What the page says around answers, and what a turn says when there is none.</summary>
internal sealed partial class Messages
{
    public string Ask => Say();
    public string ConversationLabel => Say();
    public string DateHint => Say();
    public string DateLabel => Say();
    public string DatePlaceholder => Say();
    public string EmptyQuestion => Say();
    public string ForeignRequest => Say();
    public string IntroCites => Say();
    public string IntroDeclines => Say();
    public string IntroLocal => Say();
    public string IntroTitle => Say();
    public string LanguageLabel => Say();
    public string LocalUse => Say();
    public string LocalUseMeans => Say();
    public string LoopbackOnly => Say();
    public string NewTab => Say();
    public string NotFound => Say();
    public string Offline => Say();
    public string QuestionLabel => Say();
    public string QuestionPlaceholder => Say();
    public string ReadingSamples => Say();
    public string SamplesNotice => Say();
    public string SkipToContent => Say();
    public string RoomsLabel => Say();
    public string ChatRoom => Say();
    public string DocumentsRoom => Say();
    public string OwnName => Say();
    public string StoreEmbedded => Say();
    public string StoreNotReadable => Say();
    public string TooManyQuestions => Say();
    public string Working => Say();
    public string YourQuestion => Say();

    public string Chunks(long count) => Fill([count]);
    public string LastBackup(DateTimeOffset? at) => at is { } known ? Fill([known.LocalDateTime]) : Say("LastBackupNone");
    public string ProgramVersion(string version) => Fill([version]);
    public string BadDate(string text) => Fill([text]);
    public string KnownDocuments(int count) => Count(count, [count]);
    public string OpenPdf(string pages) => Fill([pages]);
    public string QuestionTooLong(int length, int limit) => Fill([length, limit]);
    public string RequestUnreadable => Say();
    public string RequestTooLarge(int kilobytes) => Fill([kilobytes]);
    public string TurnFailed(string reference) => Fill([reference]);
    public string TurnTimedOut(int seconds, string reference) => Fill([seconds, reference]);
}
