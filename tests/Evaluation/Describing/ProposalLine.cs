using AgentHelpdesk.Ingestion.Describing;

namespace AgentHelpdesk.Evaluation.Describing;

/// <summary>What was proposed for a document, beside what its metadata says; null where nothing was, or nothing is.</summary>
internal sealed record ProposalLine(string Document, ProposedField Title, ProposedField Kind, ProposedField Number, ProposedField Issuer, ProposedField From, ProposedField Until)
{
    public IEnumerable<(string Name, ProposedField Field)> Fields =>
        [("title", Title), ("kind", Kind), ("number", Number), ("issuer", Issuer), ("applicable from", From), ("applicable until", Until)];
}

/// <param name="Proposed">The value.</param>
/// <param name="Words">As printed.</param>
/// <param name="Page">Where.</param>
/// <param name="Truth">What the metadata says.</param>
/// <param name="IsRight">The two agree; null where the metadata can't tell.</param>
internal sealed record ProposedField(string? Proposed, string? Words, int? Page, string? Truth, bool? IsRight)
{
    public static ProposedField Of<T>(Proposed<T>? proposed, Func<T, string> text, string? truth, Func<string, string, bool> agree, bool silenceIsTruth)
    {
        var value = proposed is null ? null : text(proposed.Value);
        bool? isRight = value is null ? null : truth is not null ? agree(value, truth) : silenceIsTruth ? false : null;
        return new(value, proposed?.Words, proposed?.Page, truth, isRight);
    }
}
