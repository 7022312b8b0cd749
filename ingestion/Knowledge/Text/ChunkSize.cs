namespace AgentHelpdesk.Knowledge.Text;

/// <summary>Counts the size of a text, independent of any model.</summary>
public static class ChunkSize
{
    public static int CountTokens(string text) => FrenchAnalyzer.Analyze(text).Length;
}
