using System.Collections.Immutable;
using System.Diagnostics;
using AgentHelpdesk.Ingestion.Reading;

namespace AgentHelpdesk.Evaluation.Reading;

/// <summary>Reads one document as ingestion does, and writes down what became of each block.</summary>
internal sealed class DocumentReader(PdfReader reader)
{
    public ReadingLine Read(string file, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        var outcome = Outcome(file, cancellationToken);
        var name = Path.GetFileName(file);
        if (outcome is not ReadOutcome.Read { Document: var document })
            return new(name, 0, ReadingLine.Refused, [.. Problems(outcome)], clock.Elapsed.TotalSeconds, []);
        var blocks = document.Blocks.Select(block => Line(block)).ToImmutableArray();
        return new(name, document.Pages.Length, ReadingLine.Read, [.. document.Problems.Select(problem => problem.Code)], clock.Elapsed.TotalSeconds, blocks);
    }

    private ReadOutcome Outcome(string file, CancellationToken cancellationToken)
    {
        try
        {
            return reader.Read(File.ReadAllBytes(file), cancellationToken);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return new ReadOutcome.Unreadable(new(ReadingProblemKind.Damaged, null, problem.Message));
        }
    }

    private static IEnumerable<string> Problems(ReadOutcome outcome) =>
        outcome is ReadOutcome.Unreadable { Problem: var problem } ? [problem.Code] : [];

    private static BlockLine Line(Block block, ImmutableArray<string> section = default, string? article = null, int? level = null) => new(
        Kind(block.Kind),
        level ?? block.Level,
        block.Text,
        block.Page,
        block.EndPage,
        section.IsDefault ? [] : section,
        article,
        [.. block.Rows.Select(row => row.Cells.Select(cell => block.Text.Substring(cell.Start, cell.Length)).ToImmutableArray())]);

    private static string Kind(BlockKind kind) => kind switch
    {
        BlockKind.Paragraph => "para",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
