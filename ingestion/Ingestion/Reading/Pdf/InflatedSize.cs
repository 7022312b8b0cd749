using System.IO.Compression;
using UglyToad.PdfPig.Filters;

namespace AgentHelpdesk.Ingestion.Reading.Pdf;

/// <summary>Measures what a compressed stream unfolds to without keeping it.</summary>
internal static class InflatedSize
{
    public static bool Exceeds(IFilter filter, ReadOnlySpan<byte> input, long limit) => filter switch
    {
        FlateFilter => Deflate(input, limit) > limit,
        LzwFilter => Lzw(input, limit) > limit,
        RunLengthFilter => input.Length * 64L > limit && input.Length > limit,
        _ => input.Length > limit,
    };

    private static long Deflate(ReadOnlySpan<byte> input, long limit)
    {
        if (input.Length < 3)
            return 0;

        var size = 0L;
        var buffer = new byte[64 * 1024];
        try
        {
            using var stream = new MemoryStream(input[2..].ToArray(), writable: false);
            using var inflater = new DeflateStream(stream, CompressionMode.Decompress);
            int read;
            while (size <= limit && (read = inflater.Read(buffer)) > 0)
                size += read;
        }
        catch (InvalidDataException)
        {
            // Damaged: what could be unfolded counts, the library decides about the rest.
        }

        return size;
    }

    /// <summary>Counts the bytes of variable-width LZW codes: each code stands for a string one longer than an earlier one.</summary>
    private static long Lzw(ReadOnlySpan<byte> input, long limit)
    {
        var lengths = new int[4096];
        var (next, width, bits, held, size, previous) = (258, 9, 0, 0, 0L, 0);
        foreach (var value in input)
        {
            held = ((held << 8) | value) & 0xFFFFFF;
            bits += 8;
            if (bits < width)
                continue;

            bits -= width;
            var code = (held >> bits) & ((1 << width) - 1);
            if (code == 257 || size > limit)
                break;
            if (code == 256)
            {
                (next, width, previous) = (258, 9, 0);
                continue;
            }

            var length = code < 256 ? 1 : code < next ? lengths[code] : previous + 1;
            if (previous > 0 && next < 4096)
                lengths[next++] = previous + 1;
            width = next >= 2047 ? 12 : next >= 1023 ? 11 : next >= 511 ? 10 : 9;
            previous = length;
            size += length;
        }

        return size;
    }
}
