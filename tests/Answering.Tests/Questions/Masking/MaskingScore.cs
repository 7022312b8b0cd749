using System.Globalization;
using AgentHelpdesk.Answering.Questions;

namespace AgentHelpdesk.Answering.Tests.Questions.Masking;

/// <summary>
/// Recall and precision by kind. Found is what is masked to its last letter and digit, as its kind; right is what is masked where something
/// of that kind stands, and hides no more than three further characters.
/// </summary>
internal sealed class MaskingScore
{
    private readonly Dictionary<string, (int Gold, int Found, int Masked, int Right)> _kinds = new(StringComparer.Ordinal);

    public List<string> Faults { get; } = [];

    public IEnumerable<string> Kinds => _kinds.Keys.Order(StringComparer.Ordinal);

    public double Recall(string kind) => _kinds[kind] is { Gold: > 0 } one ? (double)one.Found / one.Gold : 1;

    public double Precision(string kind) => _kinds[kind] is { Masked: > 0 } one ? (double)one.Right / one.Masked : 1;

    public void Add(MarkedText marked, PersonalDataMask mask)
    {
        var spans = mask.Find(marked.Text).Spans.Select(span => (span.Start, span.End, Kind: Kebab(span.Kind.ToString()))).ToArray();
        var fault = false;
        foreach (var gold in marked.Gold)
        {
            var found = Enumerable.Range(gold.Start, gold.End - gold.Start).Where(at => char.IsLetterOrDigit(marked.Text[at]))
                .All(at => spans.Any(span => span.Kind == gold.Kind && span.Start <= at && at < span.End));
            Count(gold.Kind, (1, found ? 1 : 0, 0, 0));
            fault |= !found;
        }

        foreach (var span in spans)
        {
            var right = marked.Gold.Any(gold => gold.Kind == span.Kind && gold.Start < span.End && span.Start < gold.End && gold.Start - span.Start <= 3 && span.End - gold.End <= 3);
            Count(span.Kind, (0, 0, 1, right ? 1 : 0));
            fault |= !right;
        }

        if (fault)
            Faults.Add($"{marked.Text} -> {string.Join(" ", spans.Select(span => $"{span.Kind}:{marked.Text[span.Start..span.End]}"))}");
    }

    public override string ToString() => string.Join('\n', Kinds.Select(kind => string.Create(
        CultureInfo.InvariantCulture, $"{kind,-14} {_kinds[kind].Gold,6} recall {Recall(kind):F4} precision {Precision(kind):F4}")));

    private void Count(string kind, (int Gold, int Found, int Masked, int Right) more)
    {
        var (gold, found, masked, right) = _kinds.GetValueOrDefault(kind);
        _kinds[kind] = (gold + more.Gold, found + more.Found, masked + more.Masked, right + more.Right);
    }

    private static string Kebab(string name) =>
        string.Concat(name.Select((letter, i) => char.IsUpper(letter) ? (i == 0 ? "" : "-") + char.ToLowerInvariant(letter) : letter.ToString()));
}
