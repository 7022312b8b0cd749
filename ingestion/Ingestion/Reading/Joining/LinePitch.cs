using AgentHelpdesk.Ingestion.Reading.Layout;

namespace AgentHelpdesk.Ingestion.Reading.Joining;

/// <summary>
/// The distance of baselines inside paragraphs, in parts of the type size, for each size of the document. Learnt only where a
/// line was full and the next word went to the next one: on a page of one-line paragraphs the space between them is more frequent.
/// </summary>
internal sealed class LinePitch
{
    private const float Usual = 1.2f;
    private const int Resolution = 50;

    private readonly Dictionary<int, float> _pitches = [];

    public LinePitch(IReadOnlyList<Region> regions)
    {
        var counts = new Dictionary<int, Dictionary<int, int>>();
        foreach (var region in regions)
        {
            for (var i = 1; i < region.Items.Count; i++)
            {
                if (region.Items[i - 1] is not Line above || region.Items[i] is not Line line || Key(above.Size) != Key(line.Size) || above.IsBold != line.IsBold)
                    continue;

                var pitch = (line.Baseline - above.Baseline) / line.Size;
                if (pitch is < 0.8f or > 2.4f || Margins.IsShort(region, above, line))
                    continue;
                var own = counts.TryGetValue(Key(line.Size), out var found) ? found : counts[Key(line.Size)] = [];
                var bin = (int)Math.Round(pitch * Resolution);
                own[bin] = own.GetValueOrDefault(bin) + 1;
            }
        }

        foreach (var (size, bins) in counts)
        {
            if (bins.Values.Sum() >= 3)
                _pitches[size] = Widest(bins) / (float)Resolution;
        }
    }

    public float Of(float size) => _pitches.TryGetValue(Key(size), out var pitch) ? pitch
        : _pitches.Count > 0 ? _pitches.MinBy(other => Math.Abs(other.Key - Key(size))).Value : Usual;

    private static int Key(float size) => (int)Math.Round(size * 2);

    /// <summary>The most frequent distance, or a slightly wider one that is frequent too: rounding spreads them.</summary>
    private static int Widest(Dictionary<int, int> bins)
    {
        var (mode, most) = bins.MaxBy(bin => bin.Value);
        return bins.Where(bin => bin.Value >= 0.2f * most && bin.Key >= mode && bin.Key <= 1.06f * mode).Max(bin => bin.Key);
    }
}
