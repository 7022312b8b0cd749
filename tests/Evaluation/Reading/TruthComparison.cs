using AgentHelpdesk.Evaluation.Retrieval;

namespace AgentHelpdesk.Evaluation.Reading;

/// <summary>Compares what was read from a document with the truth about it.</summary>
internal static class TruthComparison
{
    /// <param name="truth">What the document says.</param>
    /// <param name="read">What was read.</param>
    /// <param name="lost">Told of each block that was not found whole or lies on a wrong page.</param>
    public static ReadingScore Compare(TruthDocument truth, ReadingLine read, Action<LostBlock>? lost = null)
    {
        var content = new ContentStream(read.Blocks);
        var truthContent = new ContentStream(truth.Blocks.Select(block => new BlockLine("para", 0, block.Text, block.Page, block.EndPage, [], null, [])));
        var (whole, own, page, ordered, pairs, section, article) = (0, 0, 0, 0, 0, 0, 0);
        var (cursor, previous) = (0, (ContentStream.Place?)null);
        foreach (var block in truth.Blocks)
        {
            var place = content.Find(block.Text, block.Page, cursor);
            if (place is null)
            {
                lost?.Invoke(new(truth.Document, block, "not whole"));
                continue;
            }

            whole++;
            own += place.IsBlock ? 1 : 0;
            page += place.StartsOn(block.Page) ? 1 : 0;
            section += SameSection(block, place.Block) ? 1 : 0;
            article += SameArticle(block.Article, place.Block.Article) ? 1 : 0;
            pairs += previous is null ? 0 : 1;
            ordered += previous is { } before && before.Start < place.Start ? 1 : 0;
            if (!place.StartsOn(block.Page))
                lost?.Invoke(new(truth.Document, block, $"on page {place.Block.Page}"));
            (cursor, previous) = (place.Start, place);
        }

        return new()
        {
            Documents = 1,
            Pages = truth.Pages,
            Whole = new(whole, truth.Blocks.Length),
            OwnBlock = new(own, truth.Blocks.Length),
            PageRight = new(page, whole),
            InOrder = new(ordered, pairs),
            SectionRight = new(section, whole),
            ArticleRight = new(article, whole),
            Cells = TableCells.Compare(truth.Tables, read.Blocks),
            Headings = CompareHeadings(truth, read),
            Articles = Matches.Of(
                truth.Articles.Select(item => (GoldMatch.ArticleNumber(item.Num), item.Page)),
                read.Blocks.Where(IsArticleStart).Select(block => (GoldMatch.ArticleNumber(block.Article ?? ""), block.Page))),
            RunningCharacters = new RunningLine(truth.Header).LettersIn(content, read.Blocks, truthContent)
                + new RunningLine(truth.Footer).LettersIn(content, read.Blocks, truthContent),
            ContentCharacters = content.Length,
        };
    }

    /// <summary>A heading block whose own words are its article's number, perhaps with a title after it.</summary>
    private static bool IsArticleStart(BlockLine block) =>
        block is { Kind: "heading", Article: { } article } && Letters.Of(block.Text) is var letters && letters.Contains(Letters.Of(article), StringComparison.Ordinal)
        && letters.StartsWith("art", StringComparison.Ordinal);

    private static Matches CompareHeadings(TruthDocument truth, ReadingLine read)
    {
        // Number and text of a numbered heading count as one heading, with or without its number; the document's own title is none.
        var numbered = truth.Headings.Where(heading => heading.Number is { Length: > 0 })
            .GroupBy(heading => Letters.Of(heading.Number + heading.Text)).ToDictionary(group => group.Key, group => Letters.Of(group.First().Text));
        var titles = new[] { truth.Title, truth.Subtitle }.OfType<string>().Select(Letters.Of).ToHashSet();
        var texts = truth.Headings.Select(heading => Letters.Of(heading.Text)).ToList();
        var found = read.Blocks.Where(block => block.Kind == "heading" && !IsArticleStart(block)).Select(block => Letters.Of(block.Text))
            .Select(letters => numbered.GetValueOrDefault(letters, letters));
        return Matches.Of(texts, found.Where(letters => texts.Contains(letters) || !titles.Contains(letters)));
    }

    /// <summary>The nearest heading is the same, its number aside.</summary>
    private static bool SameSection(TruthBlock block, BlockLine read)
    {
        var wanted = block.Section.IsDefaultOrEmpty ? "" : Letters.Of(block.Section[^1]);
        var headings = read.Section.Select(Letters.Of).Where(heading => read.Article is null || !heading.StartsWith("art", StringComparison.Ordinal)).ToList();
        return wanted.Length == 0 ? headings.Count <= 1 : headings.Count > 0 && headings[^1].EndsWith(wanted, StringComparison.Ordinal);
    }

    private static bool SameArticle(string? wanted, string? read) =>
        (wanted is null or "" && read is null) || (wanted is not null && read is not null && GoldMatch.ArticleNumber(wanted) == GoldMatch.ArticleNumber(read));
}

/// <param name="Document">File name.</param>
/// <param name="Block">What the truth says.</param>
/// <param name="Why">What went wrong.</param>
internal sealed record LostBlock(string Document, TruthBlock Block, string Why);
