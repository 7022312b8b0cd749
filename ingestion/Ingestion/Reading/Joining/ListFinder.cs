using AgentHelpdesk.Ingestion.Reading.Layout;

namespace AgentHelpdesk.Ingestion.Reading.Joining;

/// <summary>An item of a list while it is put together.</summary>
/// <param name="Marker">As printed; empty when drawn or absent.</param>
/// <param name="Left">Where its marker or text begins, from the column's left side.</param>
/// <param name="Lines">Over columns and pages.</param>
internal sealed record ItemFlow(string Marker, float Left, List<Line> Lines);

/// <summary>Joins paragraphs that carry markers, one after the other, into lists.</summary>
internal static class ListFinder
{
    public static List<IFlow> Join(IReadOnlyList<IFlow> flow, HeadingRanks ranks)
    {
        var joined = new List<IFlow>(flow.Count);
        foreach (var item in flow)
        {
            if (item is Paragraph paragraph && !ranks.IsHeading(paragraph))
            {
                var marker = Markers.Of(paragraph.First);
                if (marker is not null || paragraph.First.HasBullet)
                {
                    var entry = new ItemFlow(marker ?? "", paragraph.First.Left - paragraph.Region.Left, paragraph.Lines);
                    if (joined.Count > 0 && joined[^1] is ListFlow list && list.Accepts(entry))
                        list.Items.Add(entry);
                    else
                        joined.Add(new ListFlow(entry));
                    continue;
                }
            }

            joined.Add(item);
        }

        return joined;
    }
}

/// <summary>Items that follow each other.</summary>
internal sealed class ListFlow(ItemFlow first) : IFlow
{
    // Markers of one level stand at the same place to within the width of a digit.
    private const float SameLevel = 5;

    public List<ItemFlow> Items { get; } = [first];

    public int Page => Items[0].Lines[0].Page;

    public bool Accepts(ItemFlow item) => (item.Lines[0].Frame < 0) == (Items[^1].Lines[0].Frame < 0);

    public int LevelOf(ItemFlow item)
    {
        var lefts = new List<float>();
        foreach (var left in Items.Select(other => other.Left).Order())
        {
            if (lefts.Count == 0 || left - lefts[^1] > SameLevel)
                lefts.Add(left);
        }

        return Math.Max(1, lefts.FindLastIndex(left => left <= item.Left + 0.01f) + 1);
    }
}
