using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace AgentHelpdesk.Ingestion.Tests.Reading;

/// <summary>Writes small PDFs by hand, so that a test decides where every word stands and in which order it is drawn.</summary>
internal sealed class TestPdf
{
    private readonly List<TestPage> _pages = [];
    private readonly List<(string Title, int Page)> _bookmarks = [];

    /// <summary>Put into the trailer's Info dictionary; null for none.</summary>
    public string? Title { get; init; }

    public TestPdf Page(Action<TestPage> draw, int rotate = 0)
    {
        var page = new TestPage { Rotate = rotate };
        draw(page);
        _pages.Add(page);
        return this;
    }

    /// <summary>An entry of the outline, at its first level.</summary>
    public TestPdf Bookmark(string title, int page)
    {
        _bookmarks.Add((title, page));
        return this;
    }

    /// <summary>With a standard security handler whose password checks can't succeed: its O and U entries are zeros.</summary>
    public byte[] ToEncryptedBytes()
    {
        var plain = Encoding.Latin1.GetString(ToBytes());
        var zeros = new string('0', 64);
        return Encoding.Latin1.GetBytes(plain.Replace(
            "/Root 1 0 R", $"/Root 1 0 R /ID [<00> <00>] /Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <{zeros}> /U <{zeros}> >>", StringComparison.Ordinal));
    }

    public byte[] ToBytes()
    {
        var objects = new List<byte[]>();
        var kids = string.Join(' ', _pages.Select((_, i) => $"{7 + (2 * i)} 0 R"));
        var outline = 7 + (2 * _pages.Count);
        objects.Add(Ascii($"<< /Type /Catalog /Pages 2 0 R {(_bookmarks.Count > 0 ? $"/Outlines {outline} 0 R" : "")} >>"));
        objects.Add(Ascii($"<< /Type /Pages /Kids [{kids}] /Count {_pages.Count} >>"));
        objects.AddRange(new[] { "Helvetica", "Helvetica-Bold", "Helvetica-Oblique" }.Select(font =>
            Ascii($"<< /Type /Font /Subtype /Type1 /BaseFont /{font} /Encoding /WinAnsiEncoding >>")));
        objects.Add(Encoding.Latin1.GetBytes(Title is null ? "<< >>" : $"<< /Title ({Title}) >>"));
        for (var i = 0; i < _pages.Count; i++)
        {
            objects.Add(Ascii($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {TestPage.Width} {TestPage.Height}] /Rotate {_pages[i].Rotate} "
                + $"/Resources << /Font << /F1 3 0 R /F2 4 0 R /F3 5 0 R >> >> /Contents {8 + (2 * i)} 0 R >>"));
            objects.Add(_pages[i].Stream());
        }

        if (_bookmarks.Count > 0)
            objects.Add(Ascii($"<< /Type /Outlines /First {outline + 1} 0 R /Last {outline + _bookmarks.Count} 0 R /Count {_bookmarks.Count} >>"));
        for (var i = 0; i < _bookmarks.Count; i++)
        {
            var next = i + 1 < _bookmarks.Count ? $"/Next {outline + i + 2} 0 R" : "";
            objects.Add(Encoding.Latin1.GetBytes($"<< /Title ({_bookmarks[i].Title}) /Parent {outline} 0 R {next} /Dest [{5 + (2 * _bookmarks[i].Page)} 0 R /Fit] >>"));
        }

        using var file = new MemoryStream();
        file.Write(Ascii("%PDF-1.7\n"));
        var offsets = new List<long>();
        for (var i = 0; i < objects.Count; i++)
        {
            offsets.Add(file.Position);
            file.Write(Ascii($"{i + 1} 0 obj\n"));
            file.Write(objects[i]);
            file.Write(Ascii("\nendobj\n"));
        }

        var start = file.Position;
        file.Write(Ascii($"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n"));
        offsets.ForEach(offset => file.Write(Ascii(string.Create(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n"))));
        file.Write(Ascii($"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R /Info 6 0 R >>\nstartxref\n{start}\n%%EOF\n"));
        return file.ToArray();
    }

    public static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);

    public static byte[] Deflate(byte[] content)
    {
        using var target = new MemoryStream();
        using (var zlib = new ZLibStream(target, CompressionLevel.SmallestSize))
            zlib.Write(content);
        return target.ToArray();
    }
}

/// <summary>A page; distances are from its top left corner, in points.</summary>
internal sealed class TestPage
{
    public const int Width = 595;
    public const int Height = 842;

    private readonly List<string> _operations = [];
    private byte[]? _raw;

    public int Rotate { get; init; }

    /// <param name="x">Where the first letter begins.</param>
    /// <param name="y">The baseline.</param>
    /// <param name="text">Latin text.</param>
    /// <param name="size">In points.</param>
    /// <param name="font">F1 regular, F2 bold, F3 italic.</param>
    /// <param name="spacing">Extra space after each letter, in points.</param>
    public TestPage Text(float x, float y, string text, float size = 10, string font = "F1", float spacing = 0)
    {
        var escaped = text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal)
            .Replace("’", "\u0092", StringComparison.Ordinal).Replace("•", "\u0095", StringComparison.Ordinal).Replace("€", "\u0080", StringComparison.Ordinal).Replace("œ", "\u009C", StringComparison.Ordinal);
        _operations.Add(string.Create(CultureInfo.InvariantCulture, $"BT /{font} {size} Tf {spacing} Tc 1 0 0 1 {x} {Height - y} Tm ({escaped}) Tj ET"));
        return this;
    }

    /// <summary>Lines under each other, 1.2 times the size apart.</summary>
    public TestPage Lines(float x, float y, IEnumerable<string> lines, float size = 10, string font = "F1")
    {
        foreach (var (line, i) in lines.Select((line, i) => (line, i)))
            Text(x, y + (i * 1.2f * size), line, size, font);
        return this;
    }

    public TestPage Rule(float left, float top, float right, float bottom)
    {
        _operations.Add(string.Create(CultureInfo.InvariantCulture, $"0.5 w {left} {Height - top} m {right} {Height - bottom} l S"));
        return this;
    }

    public TestPage Fill(float left, float top, float right, float bottom)
    {
        _operations.Add(string.Create(CultureInfo.InvariantCulture, $"0.9 g {left} {Height - bottom} {right - left} {bottom - top} re f 0 g"));
        return this;
    }

    /// <summary>Lines around and between cells.</summary>
    public TestPage Grid(float[] xs, float[] ys)
    {
        foreach (var y in ys)
            Rule(xs[0], y, xs[^1], y);
        foreach (var x in xs)
            Rule(x, ys[0], x, ys[^1]);
        return this;
    }

    /// <summary>Draws in a random but repeatable order: the content stream tells nothing about the reading order.</summary>
    public TestPage Shuffle(int seed)
    {
        var shuffled = _operations.ToArray();
        new Random(seed).Shuffle(shuffled);
        _operations.Clear();
        _operations.AddRange(shuffled);
        return this;
    }

    public TestPage Raw(byte[] stream)
    {
        _raw = stream;
        return this;
    }

    public byte[] Stream()
    {
        if (_raw is not null)
            return _raw;

        var content = Encoding.Latin1.GetBytes(string.Join('\n', _operations));
        return [.. TestPdf.Ascii($"<< /Length {content.Length} >>\nstream\n"), .. content, .. TestPdf.Ascii("\nendstream")];
    }
}
