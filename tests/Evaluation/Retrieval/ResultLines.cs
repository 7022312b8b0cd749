using System.Collections.Immutable;
using AgentHelpdesk.Answering;
using AgentHelpdesk.Answering.Grounding;
using AgentHelpdesk.Answering.Retrieval;

namespace AgentHelpdesk.Evaluation.Retrieval;

/// <summary>Writes an answer down as a line of results.jsonl.</summary>
internal sealed class ResultLines(IEnumerable<string> pdfFiles)
{
    private readonly Dictionary<string, string> _diskNames = pdfFiles.Select(Path.GetFileName).OfType<string>()
        .DistinctBy(GoldMatch.FileKey).ToDictionary(GoldMatch.FileKey);

    public ResultLine Of(string id, Answer answer, double milliseconds) => new(
        id,
        [answer.AsOf.First, answer.AsOf.Last],
        [.. answer.Passages.Select(Passage)],
        Answer(answer),
        milliseconds);

    private PassageLine Passage(Passage passage)
    {
        var (chunk, effective) = (passage.Chunk.Chunk, passage.Chunk.Effective);
        return new(
            passage.Rank,
            OnDisk(passage),
            chunk.Locator.Revision.Value,
            [chunk.Locator.FirstPage, chunk.Locator.LastPage],
            chunk.Locator.SectionPath,
            chunk.Locator.Article,
            effective.HasKnownStart ? effective.From : null,
            effective.LastDay,
            passage.Score,
            chunk.Text);
    }

    private AnswerLine Answer(Answer answer)
    {
        if (answer is not Answering.Answer.Grounded grounded)
            return new(AnswerLine.Abstention, KebabCase.Of((answer as Answering.Answer.Abstention)?.Reason.ToString() ?? ""), "", "", []);
        var text = string.Join('\n', grounded.Claims.Select(Text));
        return new(AnswerLine.Grounded, null, grounded.FirstLine.Text, text, [.. grounded.Citations.Select(Citation)]);
    }

    /// <summary>A table row says little without the table's caption and header, which a host shows too.</summary>
    private static string Text(Claim claim)
    {
        var numbers = string.Concat(claim.Citations.Select(number => $" [{number}]"));
        if (claim.Table is not { } table)
            return claim.Text + numbers;
        string[] head = [table.Caption, string.Join('\t', table.Header)];
        return string.Join('\n', head.Where(line => line.Length > 0).Concat(table.Rows.Select(row => string.Join('\t', row)))) + numbers;
    }

    private CitationLine Citation(Citation citation) =>
        new(citation.Number, OnDisk(citation.Passage), [.. Pages(citation.Locator.Words)], citation.Quote);

    private static IEnumerable<int> Pages(ImmutableArray<Knowledge.Chunks.WordRange> words) => words.Select(range => range.Page).Distinct().Order();

    private string OnDisk(Passage passage)
    {
        var name = passage.Chunk.Revision.Description.FileName;
        return _diskNames.GetValueOrDefault(GoldMatch.FileKey(name), name);
    }
}
