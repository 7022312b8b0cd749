using AgentHelpdesk.Ingestion.Reading;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.TeamsBot.Documents;
using AgentHelpdesk.TeamsBot.Documents.Describing;
using AgentHelpdesk.TeamsBot.Documents.Listing;

namespace AgentHelpdesk.TeamsBot.Resources;

/// <summary>What the pages of the documents say.</summary>
internal sealed partial class Messages
{
    public string ListTitle => Say();
    public string ListSearch => Say();
    public string ListSearchHint => Say();
    public string ListEmpty => Say();
    public string ListEmptyWhatToDo => Say();
    public string ListNothingMatches => Say();
    public string ListNothingMatchesWhatToDo => Say();
    public string ColumnKind => Say();
    public string ColumnNumber => Say();
    public string ColumnValidity => Say();
    public string ColumnStanding => Say();
    public string FilterAll => Say();
    public string FilterProblems => Say();
    public string FilterApply => Say();
    public string FilterClear => Say();
    public string PagesLabel => Say();
    public string PagePrevious => Say();
    public string PageNext => Say();
    public string PageOf(int page, int pages) => Fill([page, pages]);
    public string ListMatching(int matching, int total) => Fill([matching, total]);
    public string ColumnName(ListColumn column) => Sentence("Column" + column);

    public string StandingPurged => Say();
    public string StandingRetired => Say();
    public string StandingReplaced => Say();
    public string StandingRetiredOn(DateOnly day) => Fill([day]);
    public string StandingRetiredFrom(DateOnly day) => Fill([day]);
    public string StandingReplacedOn(DateOnly day) => Fill([day]);
    public string StandingSince(DateOnly first) => Fill([first]);
    public string StandingFromTo(DateOnly first, DateOnly last) => Fill([first, last]);
    public string StandingToCome(DateOnly first) => Fill([first]);
    public string StandingWas(DateOnly first, DateOnly last) => Fill([first, last]);
    public string StandingWasUntil(DateOnly last) => Fill([last]);
    public string StandingThen(string now, string later) => Fill([now, later]);
    public string StandingName(Standing standing) => Sentence("StandingName" + standing);

    public string FieldTooLong(int length, int limit) => Fill([length, limit]);
    public string TitleMissing => Say();
    public string NoDay => Say();
    public string EndBeforeStart => Say();
    public string NoWebAddress => Say();
    public string DayHint => Say();
    public string AudienceHint => Say();
    public string Everyone => Say();
    public string BackToList => Say();
    public string DocumentUnknown => Say();
    public string DocumentPurged => Say();
    public string Identity => Say();
    public string RevisionsTitle => Say();
    public string AnswersOn => Say();
    public string AnswersNever => Say();
    public string AnswersFromTo(DateOnly first, DateOnly last) => Fill([first, last]);
    public string AnswersSince(DateOnly first) => Fill([first]);
    public string AnswersUntil(DateOnly last) => Fill([last]);
    public string AnswersAlways => Say();
    public string FileTitle => Say();
    public string PagesTitle => Say();
    public string OpenThePdf => Say();
    public string ShownRevision => Say();
    public string ProblemsTitle => Say();
    public string ProblemsNone => Say();
    public string ReadTitle => Say();
    public string ReadHint => Say();
    public string ReadNothing => Say();
    public string ReadPageOf(int page, int pages) => Fill([page, pages]);
    public string ReadPrevious => Say();
    public string ReadNext => Say();
    public string ReadGo => Say();
    public string ReadOpen => Say();
    public string PdfFrame(int page) => Fill([page]);
    public string HistoryTitle => Say();
    public string HistoryNone => Say();
    public string CorrectTitle => Say();
    public string CorrectHint => Say();
    public string CorrectDo => Say();
    public string RetireTitle => Say();
    public string RetireHint => Say();
    public string RetireFrom => Say();
    public string RetireFromHint => Say();
    public string RetireReason => Say();
    public string RetireReasonMissing => Say();
    public string RetireDo => Say();
    public string RestoreTitle => Say();
    public string RestoreHint => Say();
    public string RestoreDo => Say();
    public string ReplaceTitle => Say();
    public string ReplaceHint => Say();
    public string ReplaceFile => Say();
    public string ReplaceDo => Say();
    public string EraseTitle => Say();
    public string EraseHint => Say();
    public string DoneRetire => Say();
    public string DoneRestore => Say();
    public string DoneCorrect => Say();
    public string DoneNothing => Say();
    public string KeeperBusy => Say();
    public string KeeperNotEmbedded => Say();
    public string KeeperFolder(string cause) => Fill([cause]);
    public string MendFirst => Say();
    public string TryTitle => Say();
    public string TryHint => Say();
    public string TryDo => Say();
    public string TryCited => Say();
    public string TryNotCited => Say();
    public string SheetActions => Say();
    public string Moment(DateTime moment) => Fill([moment]);

    public string FieldName(string field) => field switch
    {
        DescriptionFields.TitleField => Sentence("FieldTitle"),
        DescriptionFields.NumberField => Sentence("FieldNumber"),
        DescriptionFields.IssuerField => Sentence("FieldIssuer"),
        DescriptionFields.KindField => Sentence("FieldKind"),
        DescriptionFields.FromField => Sentence("FieldFrom"),
        DescriptionFields.UntilField => Sentence("FieldUntil"),
        DescriptionFields.AudienceField => Sentence("FieldAudience"),
        DescriptionFields.UrlField => Sentence("FieldUrl"),
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "No description has this field."),
    };

    /// <summary>What stands in an empty field; null where its name says enough.</summary>
    public string? FieldHint(string field) => field switch
    {
        DescriptionFields.FromField or DescriptionFields.UntilField => DayHint,
        DescriptionFields.AudienceField => AudienceHint,
        _ => null,
    };

    /// <summary>At the head of a narrow column.</summary>
    public string ColumnHead(string field) => field switch
    {
        DescriptionFields.UntilField => Sentence("ColumnUntil"),
        DescriptionFields.AudienceField => Sentence("ColumnAudience"),
        _ => FieldName(field),
    };

    /// <summary>In an empty cell of a narrow column.</summary>
    public string? ColumnHint(string field) => field == DescriptionFields.AudienceField ? Everyone : FieldHint(field);

    public string ActName(ActKind act) => Sentence("Act" + act);

    /// <summary>By its code in the catalogue; one written by a later program is shown as it is.</summary>
    public string Problem(string code) =>
        Enum.GetValues<ReadingProblemKind>().Where(kind => new ReadingProblem(kind, null, "").Code == code).Select(Problem).FirstOrDefault() ?? Fill([code], "ProblemOther");

    public string Problem(ReadingProblemKind kind) => Sentence("Problem" + kind);
}
