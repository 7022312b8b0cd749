using System.Text.RegularExpressions;

namespace AgentHelpdesk.Evaluation.Reading;

/// <summary>A line repeated on the pages of a document, from a pattern such as "Code du travail | {section}" or "Page {page} / {pages}".</summary>
internal sealed partial class RunningLine
{
    /// <summary>Shorter words may stand in the text on their own.</summary>
    private const int TellingLength = 12;

    private readonly Regex? _whole;
    private readonly string _longest;

    public RunningLine(string? pattern)
    {
        var fixedParts = Variable().Split(pattern ?? "").Select(Letters.Of).ToList();
        _longest = fixedParts.MaxBy(part => part.Length) ?? "";
        if (!string.IsNullOrEmpty(pattern) && !pattern.Contains("{section}", StringComparison.Ordinal))
            _whole = new("^" + string.Join(@"\d{1,4}", fixedParts.Select(Regex.Escape)) + "$", RegexOptions.CultureInvariant);
    }

    /// <summary>Letters of this line that are in the content without being in the truth.</summary>
    public int LettersIn(ContentStream content, IEnumerable<BlockLine> blocks, ContentStream truth)
    {
        if (_longest.Length >= TellingLength)
            return Math.Max(0, content.Count(_longest) - truth.Count(_longest)) * _longest.Length;
        return _whole is null ? 0 : blocks.Where(block => !block.IsRunning).Select(block => Letters.Of(block.Text)).Where(line => _whole.IsMatch(line)).Sum(line => line.Length);
    }

    [GeneratedRegex(@"\{[a-z]+\}")]
    private static partial Regex Variable();
}
