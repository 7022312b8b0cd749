using System.Collections.Immutable;
using System.Diagnostics;
using AgentHelpdesk.Ingestion.Reading;
using AgentHelpdesk.Ingestion.Sectioning;

namespace AgentHelpdesk.Evaluation.Reading;

/// <summary>Reads one document and builds its outline as ingestion does, and writes down what became of each block.</summary>
/// <param name="reader">From bytes to blocks.</param>
/// <param name="sections">From blocks to sections.</param>
/// <param name="titleOf">The title that metadata gives a file; null: none.</param>
internal sealed class DocumentReader(PdfReader reader, SectionBuilder sections, Func<string, string?> titleOf)
{
    public ReadingLine Read(string file, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        var name = Path.GetFileName(file);
        switch (Outcome(file, cancellationToken))
        {
            case ReadOutcome.Unreadable unreadable:
                return new(name, 0, ReadingLine.Refused, [unreadable.Problem.Code], clock.Elapsed.TotalSeconds, []);
            case ReadOutcome.Read { Document: var document }:
                var title = titleOf(name) ?? document.Title ?? Path.GetFileNameWithoutExtension(name);
                var blocks = BlockLines.Of(document, sections.Build(document, title));
                return new(name, document.Pages.Length, ReadingLine.Read, Codes(document.Problems), clock.Elapsed.TotalSeconds, blocks);
            case var other:
                throw new InvalidOperationException($"{other.GetType()} is no outcome of reading {name}.");
        }
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

    private static ImmutableArray<string> Codes(ImmutableArray<ReadingProblem> problems) => [.. problems.Select(problem => problem.Code)];
}
