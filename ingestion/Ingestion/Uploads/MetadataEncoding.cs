using System.Text;

namespace AgentHelpdesk.Ingestion.Uploads;

/// <summary>Finds out how a text file was saved.</summary>
internal static class MetadataEncoding
{
    private const int Windows1252 = 1252;

    /// <summary>Null when it is no text.</summary>
    public static string? Decode(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith(Encoding.UTF8.Preamble))
            content = content[Encoding.UTF8.Preamble.Length..];
        else if (content.StartsWith(Encoding.Unicode.Preamble))
            return Encoding.Unicode.GetString(content[2..]);
        else if (content.StartsWith(Encoding.BigEndianUnicode.Preamble))
            return Encoding.BigEndianUnicode.GetString(content[2..]);

        if (content.Contains((byte)0))
            return null;
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content);
        }
        catch (DecoderFallbackException)
        {
            // Accented Windows-1252 text is practically never valid UTF-8, so the failure is the sign.
            var ansi = CodePagesEncodingProvider.Instance.GetEncoding(Windows1252);
            return ansi?.GetString(content);
        }
    }
}
