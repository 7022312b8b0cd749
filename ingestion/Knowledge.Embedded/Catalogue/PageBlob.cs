using System.Collections.Immutable;
using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Knowledge.Embedded.Catalogue;

/// <summary>
/// A page's words and boxes in some ten bytes a word: boxes are rounded to a twentieth of a point (less than a hair's breadth on
/// paper) and written as the way from the word before.
/// </summary>
internal static class PageBlob
{
    private const int Format = 1;
    private const float UnitsPerPoint = 20;

    public static byte[] Write(ImmutableArray<PageWord> words)
    {
        var blob = new BlobWriter();
        blob.Number(Format);
        blob.Number(words.Length);
        long right = 0, top = 0;
        foreach (var (text, box) in words)
        {
            var (wordLeft, wordTop) = (Units(box.Left), Units(box.Top));
            blob.Text(text);
            blob.Number(wordLeft - right);
            blob.Number(wordTop - top);
            blob.Number(Units(box.Right) - wordLeft);
            blob.Number(Units(box.Bottom) - wordTop);
            (right, top) = (Units(box.Right), wordTop);
        }

        return blob.ToArray();
    }

    public static ImmutableArray<PageWord> Read(byte[] bytes)
    {
        var blob = new BlobReader(bytes);
        _ = blob.Number();
        var words = ImmutableArray.CreateBuilder<PageWord>(blob.Count());
        long right = 0, top = 0;
        while (words.Count < words.Capacity)
        {
            var text = blob.Text();
            var left = right + blob.Number();
            top += blob.Number();
            right = left + blob.Number();
            var bottom = top + blob.Number();
            words.Add(new(text, new(Points(left), Points(top), Points(right), Points(bottom))));
        }

        return words.MoveToImmutable();
    }

    private static long Units(float points) => float.IsFinite(points) ? (long)MathF.Round(points * UnitsPerPoint) : 0;

    private static float Points(long units) => units / UnitsPerPoint;
}
