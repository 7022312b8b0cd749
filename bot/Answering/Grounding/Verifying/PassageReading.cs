using AgentHelpdesk.Answering.Retrieval;

namespace AgentHelpdesk.Answering.Grounding.Verifying;

/// <summary>A passage as the checks read it, once for all claims of a turn.</summary>
internal sealed class PassageReading(Passage passage)
{
    private readonly Lazy<string> plain = new(() => PlainText.Of(passage.Chunk.Chunk.Text).Text);
    private readonly Lazy<Lexis> words = new(() => new(PlainText.Of(passage.Chunk.Chunk.Text).Text));

    public string Plain => plain.Value;

    public Lexis Words => words.Value;
}

/// <summary>The passages that a turn's claims have cited so far.</summary>
internal sealed class PassageReadings
{
    private readonly Dictionary<Passage, PassageReading> readings = new(ReferenceEqualityComparer.Instance);

    public PassageReading Of(Passage passage)
    {
        if (!readings.TryGetValue(passage, out var reading))
            readings[passage] = reading = new(passage);
        return reading;
    }
}
