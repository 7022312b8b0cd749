using System.Collections.Immutable;
using System.Text.Json;

namespace AgentHelpdesk.Evaluation.Reading;

/// <summary>What a document of a made corpus is known to say, and where.</summary>
internal sealed record TruthDocument
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public required string Document { get; init; }
    public string? Title { get; init; }
    public string? Subtitle { get; init; }
    public string Family { get; init; } = "";
    public int Pages { get; init; }
    public ImmutableArray<string> Features { get; init; } = [];

    /// <summary>The running line at the top of pages, {page}, {pages}, {printed} and {section} standing for what changes.</summary>
    public string? Header { get; init; }

    /// <summary>The running line at the foot of pages.</summary>
    public string? Footer { get; init; }
    public ImmutableArray<TruthHeading> Headings { get; init; } = [];
    public ImmutableArray<TruthArticle> Articles { get; init; } = [];
    public ImmutableArray<TruthTable> Tables { get; init; } = [];
    public ImmutableArray<TruthBlock> Blocks { get; init; } = [];

    public static IEnumerable<TruthDocument> ReadAll(string folder) =>
        Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(Read);

    private static TruthDocument Read(string file)
    {
        using var content = File.OpenRead(file);
        return JsonSerializer.Deserialize<TruthDocument>(content, Options) ?? throw new InvalidDataException($"{file} holds null.");
    }
}

/// <param name="Number">Printed before the text; null when none is.</param>
internal sealed record TruthHeading(string Text, string? Number, int Page);

/// <param name="Num">Without spaces and points: "L361-1".</param>
internal sealed record TruthArticle(string Num, int Page);

/// <param name="Spans">Cells are merged: the rows are no grid.</param>
internal sealed record TruthTable(ImmutableArray<ImmutableArray<string>> Header, ImmutableArray<ImmutableArray<string>> Rows, bool Spans);

internal sealed record TruthBlock(
    string Id, string Kind, string Text, int Page, int EndPage, ImmutableArray<string> Section, string? Article);
