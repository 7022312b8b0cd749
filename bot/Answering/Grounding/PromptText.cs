using System.Text.Json;

namespace AgentHelpdesk.Answering.Grounding;

/// <summary>The prompts and the forms of their answers: files of the program named by purpose and version.</summary>
internal static class PromptText
{
    public static string Of(string name, string language) =>
        Read($"{name}.md").ReplaceLineEndings("\n").TrimEnd().Replace("{{language}}", language == "en" ? "English" : "French", StringComparison.Ordinal);

    public static JsonElement FormOf(string name)
    {
        using var document = JsonDocument.Parse(Read($"{name}.schema.json"));
        return document.RootElement.Clone();
    }

    private static string Read(string file)
    {
        using var stream = typeof(PromptText).Assembly.GetManifestResourceStream($"Prompts.{file}")
            ?? throw new InvalidOperationException($"The program holds no prompt file '{file}'.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
