using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Settings;

namespace AgentHelpdesk.TeamsBot.Verbs;

/// <summary>The language of help and messages, needed before the command line is parsed: <c>--lang</c>, the setting, French.</summary>
internal static class CommandLanguage
{
    public static Language Of(IReadOnlyList<string> args)
    {
        for (var i = 0; i < args.Count; i++)
        {
            var value = args[i] == "--lang" && i + 1 < args.Count ? args[i + 1]
                : args[i].StartsWith("--lang=", StringComparison.Ordinal) ? args[i]["--lang=".Length..] : null;
            if (Language.Find(value) is { } chosen)
                return chosen;
        }

        var preset = ProgramSettings.Read()[$"{LanguageOptions.Section}:{nameof(LanguageOptions.Default)}"];
        return Language.Find(preset) ?? Language.French;
    }
}
