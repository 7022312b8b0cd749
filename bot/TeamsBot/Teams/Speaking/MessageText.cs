using System.Text;

namespace AgentHelpdesk.TeamsBot.Teams.Speaking;

/// <summary>
/// The text of a message in the little Markdown that every Teams client shows: bold, paragraphs, line breaks. No lists: phones show none, and
/// a [n] in one is no citation everywhere. It reads well too where none of it is rendered.
/// </summary>
internal sealed class MessageText
{
    private readonly StringBuilder _text = new();

    /// <summary>Stands by itself.</summary>
    /// <param name="written">Sentences of the bot, or untrusted words that went through <see cref="Verbatim"/>; null: nothing is written.</param>
    public MessageText Paragraph(string? written)
    {
        if (string.IsNullOrEmpty(written))
            return this;
        if (_text.Length > 0)
            _text.Append("\n\n");
        _text.Append(written);
        return this;
    }

    /// <summary>Below what was written last, in the same paragraph.</summary>
    public MessageText Line(string written)
    {
        // Two spaces break the line; without them the channel joins it to the one before.
        if (_text.Length > 0)
            _text.Append("  \n");
        _text.Append(written);
        return this;
    }

    public static string Bold(string written) => $"**{written}**";

    public override string ToString() => _text.ToString();
}
