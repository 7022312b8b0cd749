namespace AgentHelpdesk.Answering.Questions.FollowUps;

/// <summary>Characters of a question.</summary>
internal readonly record struct Stretch(int Start, int Length)
{
    public int End => Start + Length;

    public bool Overlaps(Stretch other) => Start < other.End && other.Start < End;

    public string In(string text) => text.Substring(Start, Length).Trim();
}
