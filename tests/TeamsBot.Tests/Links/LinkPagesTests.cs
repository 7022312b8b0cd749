using System.Net;
using System.Text.RegularExpressions;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.TeamsBot.Links;
using AgentHelpdesk.TeamsBot.Tests.Passages;

namespace AgentHelpdesk.TeamsBot.Tests.Links;

public sealed partial class LinkPagesTests : IDisposable
{
    private readonly LinkHouse _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task A_link_opens_its_passage_elsewhere_without_a_cookie_or_a_sign_in()
    {
        var (reply, text) = await _house.OpenAsync(_house.LinkTo(_house.Publish(SomeRevision.Of("Circulaire d'exemple"))));

        reply.StatusCode.ShouldBe(HttpStatusCode.OK);
        text.ShouldContain("cité :");
        text.ShouldContain("Il est versé chaque mois.");
        text.ShouldContain("en vigueur au 24/11/2026");
        text.ShouldContain("Ce lien s’ouvre jusqu’au");
        reply.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    [Fact]
    public async Task A_page_opened_by_a_link_leads_to_its_own_files_and_pdf_and_nowhere_else()
    {
        var old = _house.Publish(SomeRevision.Of("Circulaire 2019", new(2019, 1, 1), new DateOnly(2025, 2, 28)));
        _house.Publish(SomeRevision.Of());

        var (_, text) = await _house.OpenAsync(_house.LinkTo(old));

        text.ShouldContain("Remplacé depuis le 01/03/2025");
        text.ShouldNotContain("<script");
        foreach (var target in Target().Matches(text).Select(match => match.Groups[1].Value).Where(target => target != "#main"))
        {
            target.ShouldMatch($"^/(citations/{old.Id}[?/]|assets/[0-9a-f]+/(app.css|icon.svg)$)");
            (await _house.OpenAsync(target)).Reply.StatusCode.ShouldBe(HttpStatusCode.OK, target);
        }
    }

    [Fact]
    public async Task The_pdf_opens_at_its_page_whole_or_in_pieces_and_is_kept_by_nobody()
    {
        var (_, text) = await _house.OpenAsync(_house.LinkTo(_house.Publish(SomeRevision.Of())));
        var address = PdfTarget().Match(text).Groups[1].Value;
        address.ShouldEndWith("#page=1");

        var (whole, bytes) = await _house.OpenAsync(address);
        var (piece, some) = await _house.OpenAsync(address, headers: ("Range", "bytes=5-7"));
        var (head, none) = await _house.OpenAsync(address, HttpMethod.Head);

        whole.StatusCode.ShouldBe(HttpStatusCode.OK);
        whole.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        bytes.ShouldStartWith("%PDF-1.7");
        piece.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        some.ShouldBe("1.7");
        head.StatusCode.ShouldBe(HttpStatusCode.OK);
        none.ShouldBeEmpty();
        foreach (var reply in new[] { whole, piece, head })
            reply.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task A_link_opens_for_its_hours_and_then_says_what_to_do()
    {
        var revision = _house.Publish(SomeRevision.Of());

        var late = await _house.OpenAsync(_house.LinkMadeBefore(revision, TimeSpan.FromHours(8) - TimeSpan.FromMinutes(1)));
        var over = await _house.OpenAsync(_house.LinkMadeBefore(revision, TimeSpan.FromHours(8)));

        late.Reply.StatusCode.ShouldBe(HttpStatusCode.OK);
        over.Reply.StatusCode.ShouldBe(HttpStatusCode.Gone);
        over.Text.ShouldContain("Reposez la question dans Teams");
        over.Text.ShouldNotContain("45 euros");
    }

    [Fact]
    public async Task The_pdf_behind_a_link_opens_no_longer_than_the_link()
    {
        var revision = _house.Publish(SomeRevision.Of());
        var until = TimeProvider.System.GetUtcNow();
        var links = _house.Of<PublicLinks>();

        (await _house.OpenAsync(links.PdfOf(revision.Id, 1, until.AddMinutes(1)))).Reply.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await _house.OpenAsync(links.PdfOf(revision.Id, 1, until))).Reply.StatusCode.ShouldBe(HttpStatusCode.Gone);
    }

    public static TheoryData<string, string> Alterations() => new()
    {
        { @"mots=1\.0-1", "mots=1.0-2" },
        { @"mots=1\.0-1", "mots=2.0-1" },
        { @"mots=1\.0-1", "mots=1.0-1,1.4-5" },
        { @"mots=1\.0-1", "mots=1.0-1&mots=1.4-5" },
        { @"&au=2026-11-24", "&au=2026-11-25" },
        { @"&au=2026-11-24", "&au=2026-11" },
        { @"&au=2026-11-24", "" },
        { @"&fin=", "&proche=1&fin=" },
        { @"&fin=(\d+)", "&fin=9$1" },
        { @"&fin=(\d+)", "&fin=0$1" },
        { @"&fin=\d+", "&fin=99999999999999999999" },
        { @"&fin=\d+", "" },
        { @"&fin=(\d+)", "&fin=$1&fin=$1" },
        { @"&sceau=.", "&sceau=" },
        { @"&sceau=.*", "" },
        { @"&sceau=(.*)", "&sceau=$1A" },
        { @"&sceau=(.*)", "&sceau=$1%00" },
        { @"^/citations/\w+", "/citations/0123456789abcdef0123456789abcdef" },
        { @"^/citations/(\w+)\?", "/citations/$1/pdf?" },
    };

    [Theory]
    [MemberData(nameof(Alterations))]
    public async Task A_link_of_which_anything_was_altered_opens_nothing(string what, string with)
    {
        var link = _house.LinkTo(_house.Publish(SomeRevision.Of()));
        var altered = Regex.Replace(link, what, with);
        altered.ShouldNotBe(link);

        var (reply, text) = await _house.OpenAsync(altered);

        reply.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        text.ShouldContain("Ce lien n’est pas entier");
        text.ShouldNotContain("euros");
    }

    [Fact]
    public async Task Every_letter_of_a_seal_counts()
    {
        var link = _house.LinkTo(_house.Publish(SomeRevision.Of()));
        for (var i = link.IndexOf("sceau=", StringComparison.Ordinal) + 6; i < link.Length; i++)
        {
            foreach (var other in new[] { link[i] == 'A' ? 'B' : 'A', (char)(link[i] ^ 1) })
                (await _house.OpenAsync(string.Concat(link.AsSpan(0, i), Uri.EscapeDataString(other.ToString()), link.AsSpan(i + 1)))).Reply.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        }
    }

    [Fact]
    public async Task A_link_of_another_key_opens_nothing()
    {
        using var other = new LinkHouse();

        (await _house.OpenAsync(other.LinkTo(_house.Publish(SomeRevision.Of())))).Reply.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_pdf_opens_by_its_own_seal_only()
    {
        var (one, two) = (_house.Publish(SomeRevision.Of("Circulaire 1")), _house.Publish(SomeRevision.Of("Circulaire 2")));
        var address = _house.Of<PublicLinks>().PdfOf(one.Id, 1, TimeProvider.System.GetUtcNow().AddHours(1));

        (await _house.OpenAsync(address.Replace(one.Id.Value, two.Id.Value, StringComparison.Ordinal))).Reply.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await _house.OpenAsync($"/citations/{one.Id}/pdf")).Reply.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await _house.OpenAsync($"/citations/{one.Id.Value.ToUpperInvariant()}/pdf{address[address.IndexOf('?')..]}")).Reply.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task What_is_not_for_this_house_or_was_erased_since_is_no_longer_there()
    {
        var foreign = _house.Publish(SomeRevision.Of("Note interne", audience: "cpam"));
        var erased = _house.Publish(SomeRevision.Of("Note effacée") with { Status = RevisionStatus.Purged });
        var never = SomeRevision.Of("Jamais publiée");
        foreach (var revision in new[] { foreign, erased, never })
        {
            foreach (var address in new[] { _house.LinkTo(revision), _house.Of<PublicLinks>().PdfOf(revision.Id, 1, TimeProvider.System.GetUtcNow().AddHours(1)) })
            {
                var (reply, text) = await _house.OpenAsync(address);

                reply.StatusCode.ShouldBe(HttpStatusCode.NotFound);
                text.ShouldContain("Cet extrait n’est plus disponible");
                text.ShouldNotContain("Note");
            }
        }
    }

    [Fact]
    public async Task A_near_passage_marks_nothing()
    {
        var (reply, text) = await _house.OpenAsync(_house.LinkTo(_house.Publish(SomeRevision.Of()), isNear: true));

        reply.StatusCode.ShouldBe(HttpStatusCode.OK);
        text.ShouldNotContain("<mark");
        text.ShouldContain("ne répond pas");
    }

    [Fact]
    public async Task A_link_that_is_much_too_long_is_not_even_read()
    {
        var link = _house.LinkTo(_house.Publish(SomeRevision.Of()));

        (await _house.OpenAsync(link + "&x=" + new string('a', 2_100))).Reply.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await _house.OpenAsync(link + "&langue=en")).Text.ShouldContain("This link opens until");
    }

    [Fact]
    public async Task Head_says_what_get_would_without_the_words()
    {
        var (reply, text) = await _house.OpenAsync(_house.LinkTo(_house.Publish(SomeRevision.Of())), HttpMethod.Head);

        reply.StatusCode.ShouldBe(HttpStatusCode.OK);
        text.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_link_opens_is_not_kept_not_listed_and_tells_nobody_where_it_was()
    {
        var link = _house.LinkTo(_house.Publish(SomeRevision.Of()));
        foreach (var address in new[] { link, link + "x", "/citations/x/pdf" })
        {
            var (reply, _) = await _house.OpenAsync(address);

            reply.Headers.CacheControl!.NoStore.ShouldBeTrue();
            reply.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
            reply.Headers.GetValues("X-Robots-Tag").ShouldBe(["noindex, nofollow"]);
            reply.Headers.GetValues("Content-Security-Policy").Single().ShouldNotContain("script-src");
        }
    }

    [Fact]
    public void A_link_holds_no_word_of_a_question() =>
        _house.LinkTo(SomeRevision.Of()).ShouldMatch(@"^/citations/[0-9a-f]{32}\?mots=1\.0-1&au=2026-11-24&fin=\d{10}&sceau=[\w-]{43}$");

    [GeneratedRegex("(?:href|src)=\"([^\"]+)\"")]
    private static partial Regex Target();

    [GeneratedRegex("class=\"button pdf\" href=\"([^\"]+)\"")]
    private static partial Regex PdfTarget();
}
