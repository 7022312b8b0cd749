using System.Collections.Immutable;
using System.Text.Json;
using AgentHelpdesk.Ingestion.Reading;
using AgentHelpdesk.TestKit;

namespace AgentHelpdesk.Ingestion.Tests.Sectioning;

internal sealed record TruthBlock(string Id, string Kind, string Text, int Page, ImmutableArray<string> Section, string? Article);

internal sealed record TruthHeading(string Text, string? Number, int Level);

/// <summary>What is known of one document of the third-party corpus beside the checkout.</summary>
internal sealed record Truth(string File, string Title, string Family, ImmutableArray<TruthBlock> Blocks, ImmutableArray<TruthHeading> Headings)
{
    internal static IEnumerable<Truth> All() => Directory.EnumerateFiles(SharedFolder.Combine("data", "css-fr", "truth"), "*.json").Order(StringComparer.Ordinal).Select(Load);

    /// <summary>The document as a perfect layout would give it, its headings sized by rank.</summary>
    internal ReadDocument AsRead()
    {
        var levels = Headings.GroupBy(heading => heading.Text).ToDictionary(group => group.Key, group => new Queue<TruthHeading>(group));
        var document = new SomeDocument();
        foreach (var block in Blocks.Where(block => block.Text.Length > 0))
        {
            document.OnPage(block.Page);
            _ = block.Kind switch
            {
                "heading" when levels.TryGetValue(block.Text, out var same) && same.TryDequeue(out var heading) =>
                    document.Heading(heading.Number is null ? block.Text : heading.Number + " " + block.Text, 20 - (2 * heading.Level)),
                "article" => document.Heading(block.Text, 10.5f),
                "heading" => document.Heading(block.Text),
                "list" => document.List(block.Text.Split('\n')),
                "note" => document.Note(block.Text),
                _ => document.Paragraph(block.Text),
            };
        }

        return document.Build();
    }

    private static Truth Load(string path)
    {
        using var json = JsonDocument.Parse(System.IO.File.ReadAllBytes(path));
        var root = json.RootElement;
        return new(
            root.GetProperty("document").GetString()!,
            root.GetProperty("title").GetString()!,
            root.GetProperty("family").GetString()!,
            [.. root.GetProperty("blocks").EnumerateArray().Select(block => new TruthBlock(
                block.GetProperty("id").GetString()!,
                block.GetProperty("kind").GetString()!,
                block.GetProperty("text").GetString()!,
                block.GetProperty("page").GetInt32(),
                [.. block.GetProperty("section").EnumerateArray().Select(heading => heading.GetString()!)],
                block.TryGetProperty("article", out var article) ? article.GetString() : null))],
            [.. root.GetProperty("headings").EnumerateArray().Select(heading => new TruthHeading(
                heading.GetProperty("text").GetString()!,
                heading.TryGetProperty("number", out var number) ? number.GetString() : null,
                heading.GetProperty("level").GetInt32()))]);
    }
}
