using System.Resources;
using System.Runtime.CompilerServices;

namespace AgentHelpdesk.IngestionJob.Resources;

/// <summary>Every sentence for people, in one language. A key is the member's name, or a value's name behind the member's; tests compare the files.</summary>
internal sealed partial class Messages(Language language)
{
    private static readonly ResourceManager Sentences = new(typeof(Messages));

    public Language Language { get; } = language;

    /// <exception cref="MissingManifestResourceException">No sentence has this key: a programming error that a test finds.</exception>
    internal string Sentence(string key) => Sentences.GetString(key, Language.Culture)
        ?? throw new MissingManifestResourceException($"No sentence is kept under the key '{key}'.");

    internal string Fill(string key, params ReadOnlySpan<object?> values) => string.Format(Language.Culture, Sentence(key), values);

    private string Say([CallerMemberName] string key = "") => Sentence(key);

    /// <summary>French counts 0 as singular, English as plural.</summary>
    private string Count(long number, [CallerMemberName] string key = "") =>
        Fill(number == 1 || (number == 0 && Language == Language.French) ? key + "One" : key + "Many", number);
}
