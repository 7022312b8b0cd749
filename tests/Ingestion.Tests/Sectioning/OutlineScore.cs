using System.Collections.Immutable;
using AgentHelpdesk.Ingestion.Sectioning;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.Knowledge.Text;

namespace AgentHelpdesk.Ingestion.Tests.Sectioning;

/// <summary>Compares outlines with what is known: headings, article starts, and for each block its section path and article.</summary>
internal sealed class OutlineScore
{
    private Pairs _headings;
    private Pairs _articles;

    internal int Blocks { get; private set; }
    internal int Found { get; private set; }
    internal int PathRight { get; private set; }
    internal int HeadingRight { get; private set; }
    internal int ArticleRight { get; private set; }
    internal List<string> Wrong { get; } = [];

    internal double HeadingsF1 => _headings.F1;
    internal double ArticlesF1 => _articles.F1;

    internal void Add(Truth truth, Outline outline)
    {
        var headings = outline.Sections.Where(section => section is { Heading: not null, Kind: not (SectionKind.Front or SectionKind.Contents) } && !IsArticle(section)).Select(section => Bare(section.Heading!.Text)).ToList();
        Report(truth.File, "heading", _headings.Add(truth.Blocks.Where(block => block.Kind == "heading").Select(block => Bare(block.Text)), headings));
        var articles = outline.Sections.Where(IsArticle).Select(section => Number(section.Article!) + "@" + section.Heading!.Page).ToList();
        Report(truth.File, "article", _articles.Add(truth.Blocks.Where(block => block.Kind == "article").Select(block => Number(block.Article!) + "@" + block.Page), articles));

        // Blocks stand in the same order in both: each is looked for from where the last one was found.
        var text = new System.Text.StringBuilder();
        var owners = new List<(int Start, Section Section)>();
        foreach (var section in outline.Sections.Where(section => section.Kind != SectionKind.Contents))
        {
            foreach (var block in section.Blocks)
            {
                owners.Add((text.Length, section));
                text.Append(PlainLetters.Bare(block.Text)).Append('|');
            }
        }

        var all = text.ToString();
        var at = 0;
        foreach (var block in truth.Blocks.Where(block => block.Kind is "para" or "list"))
        {
            var wanted = PlainLetters.Bare(block.Text.Split('\n')[0]);
            wanted = wanted.Length > 60 ? wanted[..60] : wanted;
            if (wanted.Length < 20)
                continue;
            Blocks++;
            var index = all.IndexOf(wanted, at, StringComparison.Ordinal);
            if (index < 0 || index - at > 60_000)
                continue;
            at = index;
            Found++;
            var owner = owners.FindLast(pair => pair.Start <= index).Section;
            var path = owner.Path.Where(heading => !HeadsArticle(heading)).Select(Bare).ToList();
            var expected = block.Section.Select(Bare).ToList();
            var right = path.SequenceEqual(expected);
            PathRight += right ? 1 : 0;
            HeadingRight += path.LastOrDefault() == expected.LastOrDefault() ? 1 : 0;
            ArticleRight += Number(owner.Article ?? "") == Number(block.Article ?? "") ? 1 : 0;
            if (!right)
                Wrong.Add($"{truth.File}: {block.Text[..Math.Min(30, block.Text.Length)]}: {string.Join(" > ", owner.Path)} != {string.Join(" > ", block.Section)}");
            if (Number(owner.Article ?? "") != Number(block.Article ?? ""))
                Wrong.Add($"{truth.File}: {block.Text[..Math.Min(30, block.Text.Length)]}: article {owner.Article} != {block.Article}");
        }
    }

    public override string ToString() =>
        FormattableString.Invariant($"headings F1 {HeadingsF1:f3}  article starts F1 {ArticlesF1:f3}  blocks {Blocks} found {(double)Found / Blocks:f3}  path {(double)PathRight / Found:f3}  last heading {(double)HeadingRight / Found:f3}  article {(double)ArticleRight / Found:f3}");

    private void Report(string file, string what, (ImmutableArray<string> Missing, ImmutableArray<string> Extra) difference)
    {
        Wrong.AddRange(difference.Missing.Select(text => $"{file}: {what} missing: {text}"));
        Wrong.AddRange(difference.Extra.Select(text => $"{file}: {what} extra: {text}"));
    }

    private static bool IsArticle(Section section) => section.Kind == SectionKind.Article;

    private static bool HeadsArticle(string heading) => HeadingMarkReader.Read(heading) is { Kind: MarkKind.Article } or { Kind: MarkKind.Annex, After: AfterMark.Nothing };

    // Truth keeps a heading's number apart; a number that is part of the words ("Titre II") stands in both.
    private static string Bare(string heading) =>
        PlainLetters.Bare(HeadingMarkReader.Read(heading) is { Kind: MarkKind.Number } mark && mark.Length < heading.Length ? heading[mark.Length..] : heading);

    private static string Number(string article) => ArticleNumber.TryNormalize(article, out var number) ? number : article;

    private record struct Pairs(int Right, int Truth, int Found)
    {
        internal readonly double F1 => Truth + Found == 0 ? 1 : 2.0 * Right / (Truth + Found);

        internal (ImmutableArray<string> Missing, ImmutableArray<string> Extra) Add(IEnumerable<string> truth, IEnumerable<string> found)
        {
            var missing = truth.ToList();
            var extra = new List<string>();
            Truth += missing.Count;
            foreach (var item in found)
            {
                Found++;
                if (missing.Remove(item))
                    Right++;
                else
                    extra.Add(item);
            }

            return ([.. missing], [.. extra]);
        }
    }
}
