using System.Globalization;
using AgentHelpdesk.Answering;
using AgentHelpdesk.Answering.Grounding;
using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.TeamsBot.Resources;

/// <summary>What an answer says, on the page and in the console alike.</summary>
internal sealed partial class Messages
{
    public string AbstentionTitle => Say();
    public string Changed => Say();
    public string ConcernsPerson => Say();
    public string Copy => Say();
    public string InForce => Say();
    public string NearestTitle => Say();
    public string NoDecisionOnPerson => Say();
    public string NoDocuments => Say();
    public string NotPublishedYet => Say();
    public string OtherPeriod => Say();
    public string PassageCited => Say();
    public string PassageNear => Say();
    public string PassageNow => Say();
    public string PassageQuoted => Say();
    public string PassageRetired => Say();
    public string PassageUnknown => Say();
    public string PassageUnreadable => Say();
    public string QuotedWords => Say();
    public string Redate => Say();
    public string RedateTitle => Say();
    public string Rephrase => Say();
    public string Report => Say();
    public string SampleMark => Say();
    public string SourcesTitle => Say();
    public string TableLabel => Say();
    public string ToCallerTitle => Say();
    public string UnknownStart => Say();

    public string Article(string number) => Fill([number]);
    public string CitationLabel(string mark, string title, string pages) => Fill([mark, title, pages]);
    public string DocumentsSearched(int count) => Count(count, [count]);
    public string InForceFromTo(DateOnly first, DateOnly last) => Fill([first, last]);
    public string InForceOn(DateOnly day) => Fill([day]);
    public string InForceOnFromTo(DateOnly day, DateOnly first, DateOnly last) => Fill([day, first, last]);
    public string InForceOnSince(DateOnly day, DateOnly first) => Fill([day, first]);
    public string InForceUntil(DateOnly last) => Fill([last]);
    public string AnsweredNeitherTime(string date) => Fill([date]);
    public string AnsweredOnlyNow(string date) => Fill([date]);
    public string AnsweredOnlyThen(string date) => Fill([date]);
    public string NothingChanged(string answer) => Fill([answer]);
    public string SameWordsElsewhere(string answer) => Fill([answer]);
    public string WordsChanged(string answer) => Fill([answer]);
    public string WordsLeft(string answer) => Fill([answer]);
    public string NotInForceAt(string period) => Fill([period]);
    public string PassageReplaced(string title) => Fill([title]);
    public string PassageReplacedOn(DateOnly day, string title) => Fill([day, title]);
    public string PassageRetiredBecause(string retired, string reason) => Fill([retired, reason]);
    public string PassageRetiredOn(DateOnly day) => Fill([day]);
    public string Quoted(string words) => Fill([words]);
    public string ReferencesNotFound(string references) => Fill([references]);
    public string RulesIn(string period) => Fill([period]);
    public string RulesKnownOn(DateOnly today, string period) => Fill([today, period]);
    public string RulesOn(DateOnly day) => Fill([day]);
    public string SearchedTerms(string terms) => Fill([terms]);
    public string StateKnownOn(DateOnly day) => Fill([day]);
    public string UnderstoodAs(string question) => Fill([question]);
    public string UnknownStartUntil(DateOnly last) => Fill([last]);

    public string ListCut(ClaimKind kind, ListCut cut) =>
        Fill([cut.Shown, cut.Total, cut.ContinuesOnPage], kind == ClaimKind.Condition ? "ListCutConditions" : "ListCut");

    public string Pages(int first, int last) => first == last ? Fill([first], "PagesOne") : Fill([first, last], "PagesMany");

    public string PartHeading(ClaimKind kind) => Sentence("Part" + kind);

    public string Reason(AbstentionReason reason) => Sentence("Reason" + reason);

    public string ToCaller(AbstentionReason reason) => Sentence("ToCaller" + reason);

    public string Writer(WriterKind writer) => Sentence("Writer" + writer);

    /// <summary>"la réponse au 24/11/2026", "la réponse pour 2024".</summary>
    public string AnswerAt(string date) => Fill([date], date.Length == 10 ? "AnswerAtDay" : "AnswerAtPeriod");

    /// <summary>A day, a month or a year by its name, anything else by its ends.</summary>
    public string Period(AsOf period)
    {
        var (first, last) = (period.First, period.Last);
        if (first == last)
            return first.ToString("d", Language.Culture);
        if (period == AsOf.Year(first.Year))
            return first.Year.ToString(CultureInfo.InvariantCulture);
        return period == AsOf.Month(first.Year, first.Month)
            ? first.ToString("MMMM yyyy", Language.Culture)
            : Fill([first, last], "PeriodFromTo");
    }
}
