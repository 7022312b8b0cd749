using System.Collections.Immutable;
using System.Text;
using AgentHelpdesk.Ingestion.Reading.Layout;
using AgentHelpdesk.Knowledge.Chunks;

namespace AgentHelpdesk.Ingestion.Reading.Joining;

/// <summary>Writes a block's text from page words and notes which characters came from which word.</summary>
internal sealed class BlockText(Hyphenation hyphenation)
{
    private readonly StringBuilder _text = new();
    private readonly ImmutableArray<WordSpan>.Builder _spans = ImmutableArray.CreateBuilder<WordSpan>();
    private string? _lastWord;
    private bool _lineEnded;

    public int Length => _text.Length;

    public void Add(Line line)
    {
        foreach (var word in line.Words)
        {
            if (!word.IsNoteCall)
                Add(line.Page, word);
        }

        _lineEnded = true;
    }

    /// <summary>A line feed between items and rows, a tab between cells: what follows is another line of text.</summary>
    public void Separate(char separator)
    {
        _text.Append(separator);
        _lastWord = null;
        _lineEnded = false;
    }

    public string Text => _text.ToString();

    public ImmutableArray<WordSpan> Words => _spans.ToImmutable();

    private void Add(int page, Word word)
    {
        if (_lastWord is not null)
        {
            if (_lineEnded && Hyphenation.EndsWithHyphen(_lastWord))
                JoinHalves(word);
            else if (!word.IsGlued)
                _text.Append(' ');
        }

        var text = word.Text.Replace("\u00AD", "", StringComparison.Ordinal);
        _spans.Add(new(_text.Length, text.Length, page, word.Index));
        _text.Append(text);
        _lastWord = word.Text;
        _lineEnded = false;
    }

    private void JoinHalves(Word word)
    {
        // A soft hyphen was never written to the text.
        if (_lastWord is null || _lastWord[^1] == '\u00AD' || !hyphenation.IsBreak(_lastWord, word.Text))
            return;

        _text.Length--;
        _spans[^1] = _spans[^1] with { Length = _spans[^1].Length - 1 };
    }
}
