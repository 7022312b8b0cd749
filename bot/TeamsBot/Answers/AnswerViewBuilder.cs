using System.Collections.Immutable;
using AgentHelpdesk.Answering;
using AgentHelpdesk.Answering.Grounding;
using AgentHelpdesk.TeamsBot.Resources;

namespace AgentHelpdesk.TeamsBot.Answers;

/// <summary>Chooses the words of an answer, last of all and in one language.</summary>
internal static class AnswerViewBuilder
{
    private const int NearestShown = 3;

    private static readonly ImmutableArray<ClaimKind> ReadingOrder = [ClaimKind.Rule, ClaimKind.Condition, ClaimKind.Exception, ClaimKind.Procedure];

    public static AnswerView Build(Answer answer, Language language)
    {
        var messages = Messages.In(language);
        return answer switch
        {
            Answer.Grounded grounded => Build(grounded, messages),
            Answer.Abstention abstention => Build(abstention, messages),
            _ => throw new ArgumentOutOfRangeException(nameof(answer), answer.GetType().Name, "No form of answer is known by this name."),
        };
    }

    private static AnswerView.Grounded Build(Answer.Grounded answer, Messages messages)
    {
        var sources = answer.Citations.Select(citation => SourceViews.Of(citation, answer, messages)).ToImmutableArray();
        var view = new AnswerView.Grounded
        {
            Language = messages.Language,
            Question = Printable.Lines(answer.MaskedQuestion),
            UnderstoodAs = Understood(answer, messages),
            AskedAgain = Printable.Lines(answer.UnderstoodAs ?? answer.MaskedQuestion),
            Date = DateLine(answer, messages),
            AsOfField = PeriodText.Field(answer.AsOf),
            Searched = messages.DocumentsSearched(answer.DocumentsSearched),
            Notice = answer.ConcernsPerson ? messages.ConcernsPerson : null,
            Writer = WritingRemarks.Writer(answer.Writing, messages),
            IsByModel = answer.Writer == WriterKind.Model,
            WordsLanguage = WritingRemarks.WordsOf(answer.Writing, messages),
            FirstLine = Line(answer, sources, messages),
            Parts = Parts(answer, sources, messages),
            Sources = SourceViews.Places(sources),
            Conflicts = WritingRemarks.Conflicts(answer, sources, messages),
            Missing = WritingRemarks.Missing(answer),
            Dropped = WritingRemarks.Dropped(answer, messages),
            FollowUpQuestions = WritingRemarks.FollowUps(answer),
            CaseNote = "",
        };
        return view with { CaseNote = CaseNote.Of(view) };
    }

    private static AnswerView.Abstention Build(Answer.Abstention answer, Messages messages) => new()
    {
        Language = messages.Language,
        Question = Printable.Lines(answer.MaskedQuestion),
        UnderstoodAs = Understood(answer, messages),
        AskedAgain = Printable.Lines(answer.UnderstoodAs ?? answer.MaskedQuestion),
        Date = DateLine(answer, messages),
        AsOfField = PeriodText.Field(answer.AsOf),
        Searched = messages.DocumentsSearched(answer.DocumentsSearched),
        Notice = answer.ConcernsPerson ? messages.NoDecisionOnPerson : null,
        Code = answer.Reason,
        Title = messages.AbstentionTitle,
        Reason = ReasonOf(answer, messages),
        Writing = answer.Writing?.Fallback is { } fallback ? messages.Fallback(fallback) : null,
        Terms = answer.SearchedTerms.IsEmpty ? null : messages.SearchedTerms(Printable.Line(string.Join(", ", answer.SearchedTerms))),
        ToCaller = messages.ToCaller(answer.DocumentsSearched == 0 ? AbstentionReason.NothingFound : answer.Reason),
        Nearest = answer.Reason == AbstentionReason.OutOfScope ? [] : [.. answer.Passages.Take(NearestShown).Select(passage => SourceViews.Near(passage, answer, messages))],
    };

    private static string? Understood(Answer answer, Messages messages) =>
        answer.UnderstoodAs is { } understood ? messages.UnderstoodAs(Printable.Line(understood)) : null;

    private static string ReasonOf(Answer.Abstention answer, Messages messages) => answer switch
    {
        { DocumentsSearched: 0 } => messages.NoDocuments,
        { Reason: AbstentionReason.ReferenceNotFound, MissingReferences.IsEmpty: false } =>
            messages.ReferencesNotFound(Printable.Line(string.Join(", ", answer.MissingReferences))),
        _ => messages.Reason(answer.Reason),
    };

    private static string DateLine(Answer answer, Messages messages)
    {
        var (first, last) = (answer.AsOf.First, answer.AsOf.Last);
        if (first > answer.Today)
            return messages.RulesKnownOn(answer.Today, messages.Period(answer.AsOf));
        return first == last ? messages.RulesOn(first) : messages.RulesIn(messages.Period(answer.AsOf));
    }

    private static FirstLineView Line(Answer.Grounded answer, ImmutableArray<SourceView> sources, Messages messages)
    {
        var line = answer.FirstLine;
        var effective = answer.Citations.First(citation => citation.Number == line.Citations[0]).Passage.Chunk.Effective;

        // Its own end goes: the line goes on with [n] and the validity.
        return new(
            Printable.Tied(Printable.Line(line.Text).TrimEnd(' ', '\u00a0', '\u202f', '.', ':', ';', ',')),
            [.. sources.Where(source => line.Citations.Contains(source.Number))],
            ValidityWords.Short(effective, answer.AsOf, answer.Today, messages));
    }

    // What the first line says whole is not said twice; within a kind the writer's order is the order to be read.
    private static ImmutableArray<AnswerPart> Parts(Answer.Grounded answer, ImmutableArray<SourceView> sources, Messages messages)
    {
        var said = answer.FirstLine.IsWholeClaim && answer.Claims[answer.FirstLine.Claim].Cut is null ? answer.FirstLine.Claim : -1;
        var claims = answer.Claims.Where((_, i) => i != said).Select(claim => ClaimOf(claim, sources, messages)).ToLookup(claim => claim.Kind);
        return [.. ReadingOrder.Where(claims.Contains).Select(kind => new AnswerPart(kind == ClaimKind.Rule ? null : Heading(kind, answer, messages), [.. claims[kind]]))];
    }

    private static string Heading(ClaimKind kind, Answer answer, Messages messages) =>
        kind == ClaimKind.Condition && answer.ConcernsPerson ? messages.CheckedConditions : messages.PartHeading(kind);

    private static ClaimView ClaimOf(Claim claim, ImmutableArray<SourceView> sources, Messages messages) => new()
    {
        Kind = claim.Kind,
        Lines = claim.Table is null ? ClaimLines.Split(claim.Text) : [],
        Table = claim.Table is { } table ? Clean(table) : null,
        Cut = claim.Cut is { } cut ? messages.ListCut(claim.Kind, cut) : null,
        Sources = [.. sources.Where(source => claim.Citations.Contains(source.Number))],
    };

    private static TableView Clean(CitedTable table) => new(
        new(Printable.Line(table.Caption)),
        [.. table.Header.Select(cell => new Wording(Printable.Line(cell)))],
        [.. table.Rows.Select((row, i) => new RowView(
            [.. row.Select(cell => new Wording(Printable.Line(cell)))],
            table.InForceRow is not { } inForce ? RowStanding.Undated : i == inForce ? RowStanding.InForce : RowStanding.OtherPeriod))]);
}
