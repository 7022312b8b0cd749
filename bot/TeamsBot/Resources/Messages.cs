using System.Resources;
using System.Runtime.CompilerServices;
using AgentHelpdesk.TeamsBot.Answers;

namespace AgentHelpdesk.TeamsBot.Resources;

/// <summary>Every sentence for people, in one language. A member has the name of its key in the .resx files; tests compare them.</summary>
internal sealed partial class Messages
{
    private static readonly ResourceManager Sentences = new(typeof(Messages));
    private static readonly Messages French = new(Language.French);
    private static readonly Messages English = new(Language.English);

    private Messages(Language language) => Language = language;

    public Language Language { get; }

    public static Messages In(Language language) => language == Language.French ? French : English;

    /// <exception cref="MissingManifestResourceException">No sentence has this key: a programming error that a test finds.</exception>
    internal string Sentence(string key) => Sentences.GetString(key, Language.Culture)
        ?? throw new MissingManifestResourceException($"No sentence is kept under the key '{key}'.");

    private string Say([CallerMemberName] string key = "") => Sentence(key);

    private string Fill(ReadOnlySpan<object?> values, [CallerMemberName] string key = "") => string.Format(Language.Culture, Sentence(key), values);

    /// <summary>French counts 0 as singular, English as plural.</summary>
    private string Count(long number, ReadOnlySpan<object?> values, [CallerMemberName] string key = "") =>
        Fill(values, number == 1 || (number == 0 && Language == Language.French) ? key + "One" : key + "Many");
}
