using System.Buffers.Binary;
using System.IO.Compression;
using AgentHelpdesk.TeamsBot.Packaging;

namespace AgentHelpdesk.TeamsBot.Tests.Packaging;

/// <summary>What Teams asks of the two icons, and no schema sees.</summary>
public sealed class AppIconTests
{
    [Fact]
    public void The_colour_icon_has_192_pixels_a_side_and_covers_them_all()
    {
        var icon = Icon.Read("color.png");

        (icon.Width, icon.Height).ShouldBe((192, 192));
        icon.Pixels.ShouldAllBe(pixel => pixel.Alpha == 255);
        icon.Pixels.Distinct().Count().ShouldBeGreaterThan(3);
    }

    [Fact]
    public void The_outline_icon_has_32_pixels_a_side_and_is_white_on_nothing()
    {
        var icon = Icon.Read("outline.png");

        (icon.Width, icon.Height).ShouldBe((32, 32));
        icon.Pixels.Where(pixel => pixel.Alpha > 0).ShouldAllBe(pixel => pixel.Red == 255 && pixel.Green == 255 && pixel.Blue == 255);
        icon.Pixels.Count(pixel => pixel.Alpha == 0).ShouldBeGreaterThan(300);
        icon.Pixels.Count(pixel => pixel.Alpha == 255).ShouldBeGreaterThan(100);
        icon.Pixels[0].Alpha.ShouldBe((byte)0);
    }

    private readonly record struct Pixel(byte Red, byte Green, byte Blue, byte Alpha);

    /// <summary>A PNG of eight bits a colour without interlacing, which is what the drawing command writes.</summary>
    private sealed record Icon(int Width, int Height, Pixel[] Pixels)
    {
        public static Icon Read(string name)
        {
            var png = PackageParts.Read(name);
            png.AsSpan(0, 8).SequenceEqual<byte>([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]).ShouldBeTrue();
            var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
            png[24].ShouldBe((byte)8);
            var depth = png[25] switch { 2 => 3, 6 => 4, var other => throw new InvalidDataException($"Colour type {other}.") };
            png[28].ShouldBe((byte)0);

            using var packed = new MemoryStream();
            for (var at = 8; at < png.Length;)
            {
                var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
                if (png.AsSpan(at + 4, 4).SequenceEqual("IDAT"u8))
                    packed.Write(png, at + 8, length);
                at += length + 12;
            }

            packed.Position = 0;
            using var unpacked = new MemoryStream();
            using (var zlib = new ZLibStream(packed, CompressionMode.Decompress))
                zlib.CopyTo(unpacked);
            var bytes = Unfilter(unpacked.ToArray(), width * depth, height, depth);
            return new(width, height, [.. Enumerable.Range(0, width * height).Select(i => i * depth).Select(at => new Pixel(bytes[at], bytes[at + 1], bytes[at + 2], depth == 4 ? bytes[at + 3] : (byte)255))]);
        }

        private static byte[] Unfilter(byte[] lines, int stride, int height, int depth)
        {
            lines.Length.ShouldBe((stride + 1) * height);
            var bytes = new byte[stride * height];
            for (var y = 0; y < height; y++)
            {
                var filter = lines[y * (stride + 1)];
                for (var x = 0; x < stride; x++)
                {
                    var left = x >= depth ? bytes[(y * stride) + x - depth] : 0;
                    var up = y > 0 ? bytes[((y - 1) * stride) + x] : 0;
                    var corner = x >= depth && y > 0 ? bytes[((y - 1) * stride) + x - depth] : 0;
                    var guess = filter switch { 0 => 0, 1 => left, 2 => up, 3 => (left + up) / 2, 4 => Paeth(left, up, corner), _ => throw new InvalidDataException() };
                    bytes[(y * stride) + x] = (byte)(lines[(y * (stride + 1)) + 1 + x] + guess);
                }
            }

            return bytes;
        }

        private static int Paeth(int left, int up, int corner)
        {
            var (toLeft, toUp, toCorner) = (Math.Abs(up - corner), Math.Abs(left - corner), Math.Abs(left + up - (2 * corner)));
            return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
        }
    }
}
