using AgentHelpdesk.Ingestion.Reading;
using AgentHelpdesk.Knowledge.Text;

namespace AgentHelpdesk.Ingestion.Describing;

/// <summary>A line as the page shows it; a table's row is one, its cells told apart by a colon in <see cref="Plain"/>.</summary>
internal sealed class FrontLine
{
    public FrontLine(string text, Block block, int start, bool isFirst)
    {
        (Text, Block, Start, IsFirst) = (text, block, start, isFirst);
        Letters = PlainLetters.Of(text);
        Plain = string.Concat(Letters.Text.Select((letter, i) => text[Letters.SourceOf(i)] == '\t' ? ':' : char.ToLowerInvariant(letter)));
    }

    public string Text { get; }

    public Block Block { get; }

    /// <summary>Its position in the flow of all lines.</summary>
    public int Start { get; }

    public int End => Start + Plain.Length;

    /// <summary>It is the first line of its block.</summary>
    public bool IsFirst { get; }

    public PlainLetters Letters { get; }

    /// <summary>Plain small letters.</summary>
    public string Plain { get; }

    public bool BeginsUpper => Text.FirstOrDefault(char.IsLetter) is var letter && char.IsUpper(letter);

    /// <summary>The printed characters behind positions of the flow.</summary>
    public string Source(int start, int end)
    {
        var (first, last) = (Letters.SourceOf(start - Start), Letters.SourceOf(end - Start));
        return Text[first..last].Replace('\t', ' ');
    }
}
