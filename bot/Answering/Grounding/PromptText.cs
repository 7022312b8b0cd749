namespace AgentHelpdesk.Answering.Grounding;

/// <summary>The prompts, files of the program named by purpose and version.</summary>
internal static class PromptText
{
    public static string Of(string name, string language)
    {
        using var stream = typeof(PromptText).Assembly.GetManifestResourceStream($"Prompts.{name}.md")
            ?? throw new InvalidOperationException($"The program holds no prompt named '{name}'.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Replace("{{language}}", language == "en" ? "English" : "French", StringComparison.Ordinal);
    }
}
