using System.Collections.Immutable;

namespace AgentHelpdesk.Answering.Suggestions;

/// <summary>Everyday questions that no regulation answers: the first that is refused shows what an abstention looks like.</summary>
internal static class OutOfScopeQuestions
{
    public static readonly ImmutableArray<string> All = Read();

    private static ImmutableArray<string> Read()
    {
        using var stream = typeof(OutOfScopeQuestions).Assembly.GetManifestResourceStream("OutOfScope.txt")
            ?? throw new InvalidOperationException("The list OutOfScope.txt is missing from the program.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }
}
