using System.Text;

namespace AgentHelpdesk.Ingestion.Reading.Pdf;

/// <summary>Tells by its first bytes whether a file can be a PDF, and what else it seems to be.</summary>
internal static class FileSignature
{
    // Readers accept junk before the header; 1,024 bytes is what the format's own reader has always allowed.
    public const int HeaderWindow = 1024;

    public static ReadingProblem? Check(ReadOnlySpan<byte> content)
    {
        if (content.IsEmpty)
            return new(ReadingProblemKind.Empty, null, "0 bytes");

        var head = content[..Math.Min(content.Length, HeaderWindow)];
        return head.IndexOf("%PDF-"u8) >= 0 ? null : new(ReadingProblemKind.NotPdf, null, Guess(head));
    }

    private static string Guess(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("PK\u0003\u0004"u8))
            return "zip, docx, xlsx or odt";
        if (head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            return "doc, xls or msg";
        if (head.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47]))
            return "png";
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
            return "jpeg";
        if (head.StartsWith("II*\0"u8) || head.StartsWith("MM\0*"u8))
            return "tiff";
        if (head.StartsWith("{\\rtf"u8))
            return "rtf";
        if (head.IndexOfAnyExcept((byte)0) < 0)
            return "zero bytes";

        var text = Encoding.Latin1.GetString(head).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\r', '\n', '\t');
        if (text.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<html", StringComparison.OrdinalIgnoreCase))
            return "html";
        if (text.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase))
            return "xml";
        return head.ContainsAnyInRange((byte)0, (byte)8) ? "unknown bytes" : "text";
    }
}
