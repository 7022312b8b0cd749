using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using AgentHelpdesk.TeamsBot.Answers;

namespace AgentHelpdesk.TeamsBot.Teams;

/// <summary>An order to the bot, in either language: the whole message, never a part of a question.</summary>
internal abstract record BotCommand
{
    private BotCommand() { }

    public sealed record Help : BotCommand;

    /// <summary>Forget what was asked before.</summary>
    public sealed record BeginAgain : BotCommand;

    /// <param name="Chosen">Null: which one was not said, or is not spoken.</param>
    public sealed record Speak(Language? Chosen) : BotCommand;

    /// <summary>Erase whatever is kept of the conversation.</summary>
    public sealed record Erase : BotCommand;

    /// <summary>Hand the last question without an answer to the knowledge managers.</summary>
    public sealed record Report : BotCommand;

    /// <summary>The language that the word is of: who writes "help" is told in English.</summary>
    public required Language Language { get; init; }

    /// <returns>Null: it is a question.</returns>
    public static BotCommand? Find(string text)
    {
        var words = Folded(text);
        return words switch
        {
            ["aide"] => new Help { Language = Language.French },
            ["help"] => new Help { Language = Language.English },
            ["nouveau"] or ["nouvelle", "question"] => new BeginAgain { Language = Language.French },
            ["new"] or ["new", "question"] => new BeginAgain { Language = Language.English },
            ["langue"] => new Speak(null) { Language = Language.French },
            ["language"] => new Speak(null) { Language = Language.English },
            ["langue", var word] => new Speak(Named(word)) { Language = Language.French },
            ["language", var word] => new Speak(Named(word)) { Language = Language.English },
            ["effacer"] or ["efface"] => new Erase { Language = Language.French },
            ["erase"] => new Erase { Language = Language.English },
            ["signaler"] or ["signale"] => new Report { Language = Language.French },
            ["report"] => new Report { Language = Language.English },
            _ => null,
        };
    }

    private static Language? Named(string word) => word switch
    {
        "fr" or "francais" or "french" => Language.French,
        "en" or "anglais" or "english" => Language.English,
        _ => null,
    };

    /// <summary>Words in small letters without accents; a slash before and a mark after them are a habit of other bots.</summary>
    private static ImmutableArray<string> Folded(string text)
    {
        var trimmed = text.Trim().TrimStart('/').TrimEnd('.', '!', '?', ' ', '\u00a0', '\u202f');
        if (trimmed.Length > 40)
            return [];
        var letters = new StringBuilder(trimmed.Length);
        foreach (var letter in trimmed.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
                letters.Append(char.ToLowerInvariant(letter));
        }

        return [.. letters.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];
    }
}
