using System.Collections.Immutable;
using AgentHelpdesk.Answering;
using AgentHelpdesk.Answering.Grounding;

namespace AgentHelpdesk.Evaluation.Claims;

/// <summary>One claim to judge, as others write it.</summary>
internal sealed record ClaimCase(string Id, ImmutableArray<NumberedText> Passages, QuotedClaim Claim)
{
    /// <exception cref="InvalidDataException">The case contradicts itself.</exception>
    public ClaimJudgement Judge()
    {
        if (Passages.IsDefaultOrEmpty)
            throw new InvalidDataException($"Case {Id} has no passages.");
        if (Passages.GroupBy(passage => passage.N).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new InvalidDataException($"Case {Id} has two passages numbered {twice.Key}.");
        var draft = new AnswerDraft([new() { Kind = ClaimKind.Rule, Text = Claim.Text, Quotes = [new(Claim.Passage, Claim.Quote)] }]);
        var rules = new VerificationRules { Writer = WriterKind.Model, Language = ClaimLanguage.Of(Claim.Text) };
        var verified = CitationVerifier.Verify(draft, [.. Passages.Select(passage => BarePassage.Of(passage.N, passage.Text))], rules);
        return verified.Rejected is [var rejected]
            ? new(Id, "rejected", rejected.Detail.Length > 0 ? $"{KebabCase.Of(rejected.Flaw.ToString())}: {rejected.Detail}" : KebabCase.Of(rejected.Flaw.ToString()))
            : new(Id, "accepted", "");
    }
}

/// <param name="N">As the claim names it.</param>
/// <param name="Text">Bare text; headings are not known.</param>
internal sealed record NumberedText(int N, string Text);

internal sealed record QuotedClaim(string Text, int Passage, string Quote);

/// <param name="Id">Of the case.</param>
/// <param name="Verdict">"accepted" or "rejected".</param>
/// <param name="Reason">The flaw, and the words at fault where there are some; empty when accepted.</param>
internal sealed record ClaimJudgement(string Id, string Verdict, string Reason)
{
    /// <summary>The flaw alone; null when accepted.</summary>
    public string? Flaw() => Verdict is "accepted" ? null : Reason.Split(':')[0];
}
