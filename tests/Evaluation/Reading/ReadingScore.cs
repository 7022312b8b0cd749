namespace AgentHelpdesk.Evaluation.Reading;

/// <summary>Counts of what was read right; those of several documents add up.</summary>
internal sealed record ReadingScore
{
    public int Documents { get; init; }
    public int Pages { get; init; }
    public Found Whole { get; init; }
    public Found OwnBlock { get; init; }
    public Found PageRight { get; init; }
    public Found InOrder { get; init; }
    public Found SectionRight { get; init; }
    public Found ArticleRight { get; init; }
    public Found Cells { get; init; }
    public Matches Headings { get; init; }
    public Matches Articles { get; init; }
    public int RunningCharacters { get; init; }
    public int ContentCharacters { get; init; }

    public static ReadingScore operator +(ReadingScore one, ReadingScore other) => new()
    {
        Documents = one.Documents + other.Documents,
        Pages = one.Pages + other.Pages,
        Whole = one.Whole + other.Whole,
        OwnBlock = one.OwnBlock + other.OwnBlock,
        PageRight = one.PageRight + other.PageRight,
        InOrder = one.InOrder + other.InOrder,
        SectionRight = one.SectionRight + other.SectionRight,
        ArticleRight = one.ArticleRight + other.ArticleRight,
        Cells = one.Cells + other.Cells,
        Headings = one.Headings + other.Headings,
        Articles = one.Articles + other.Articles,
        RunningCharacters = one.RunningCharacters + other.RunningCharacters,
        ContentCharacters = one.ContentCharacters + other.ContentCharacters,
    };
}

/// <param name="Right">Of these.</param>
/// <param name="Total">So many.</param>
internal readonly record struct Found(int Right, int Total)
{
    public double? Share => Total == 0 ? null : (double)Right / Total;

    public static Found operator +(Found one, Found other) => new(one.Right + other.Right, one.Total + other.Total);
}

/// <param name="Right">In both.</param>
/// <param name="Missed">Only in the truth.</param>
/// <param name="Invented">Only in what was read.</param>
internal readonly record struct Matches(int Right, int Missed, int Invented)
{
    public double? F1 => Right + Missed + Invented == 0 ? null : 2.0 * Right / (2 * Right + Missed + Invented);

    public static Matches operator +(Matches one, Matches other) =>
        new(one.Right + other.Right, one.Missed + other.Missed, one.Invented + other.Invented);

    /// <summary>Compares as multisets.</summary>
    public static Matches Of<T>(IEnumerable<T> truth, IEnumerable<T> read)
        where T : notnull
    {
        var left = truth.CountBy(item => item).ToDictionary();
        var (right, invented) = (0, 0);
        foreach (var item in read)
        {
            if (left.TryGetValue(item, out var count) && count > 0)
            {
                left[item] = count - 1;
                right++;
            }
            else
            {
                invented++;
            }
        }

        return new(right, left.Values.Sum(), invented);
    }
}
