using System.Text;
using AgentHelpdesk.Ingestion.Reading;

namespace AgentHelpdesk.Ingestion.Tests.Reading;

public sealed class ReadingProblemTests : ReadingTests
{
    private static ReadingProblem Refused(byte[] content, ReadingOptions? options = null) =>
        Outcome(content, options).ShouldBeOfType<ReadOutcome.Unreadable>().Problem;

    private static TestPdf OneLine() => new TestPdf().Page(page => page.Text(72, 100, "Une ligne de texte"));

    [Fact]
    public void An_empty_file_is_empty() => Refused([]).Kind.ShouldBe(ReadingProblemKind.Empty);

    [Theory]
    [InlineData("<!DOCTYPE html><html>Identifiez-vous</html>", "html")]
    [InlineData("PK\u0003\u0004word/document.xml", "zip, docx, xlsx or odt")]
    [InlineData("{\\rtf1 bonjour}", "rtf")]
    [InlineData("\0\0\0\0\0\0", "zero bytes")]
    [InlineData("Bonjour", "text")]
    public void Other_files_named_pdf_are_told_by_their_bytes(string content, string guess) =>
        Refused(Encoding.Latin1.GetBytes(content)).ShouldBe(new ReadingProblem(ReadingProblemKind.NotPdf, null, guess));

    [Fact]
    public void A_file_cut_off_is_damaged()
    {
        var content = OneLine().ToBytes();
        Refused(content[..(content.Length / 2)]).Kind.ShouldBe(ReadingProblemKind.Damaged);
    }

    [Fact]
    public void Junk_before_the_header_does_no_harm() =>
        Texts(Read([.. "HTTP/1.1 200 OK\r\n\r\n"u8, .. OneLine().ToBytes()])).ShouldBe(["Une ligne de texte"]);

    [Fact]
    public void A_document_without_pages_says_so() => Refused(new TestPdf().ToBytes()).Kind.ShouldBe(ReadingProblemKind.NoPages);

    [Fact]
    public void A_document_without_a_word_has_no_text() =>
        Refused(new TestPdf().Page(page => page.Fill(10, 10, 500, 500)).ToBytes()).Kind.ShouldBe(ReadingProblemKind.NoText);

    [Fact]
    public void A_page_without_text_is_reported_and_the_others_are_read()
    {
        var document = Read(OneLine().Page(page => page.Fill(10, 10, 500, 500)).Page(page => page.Text(72, 100, "Troisième page")));

        Texts(document).ShouldBe(["Une ligne de texte", "Troisième page"]);
        document.Pages.Length.ShouldBe(3);
        document.Problems.ShouldBe([new(ReadingProblemKind.PageWithoutText, 2, "")]);
    }

    [Fact]
    public void An_unreadable_page_is_reported_and_the_others_are_read()
    {
        var unknown = TestPdf.Ascii("<< /Length 4 /Filter /NoSuchDecode >>\nstream\nq Q \nendstream");
        var document = Read(OneLine().Page(page => page.Raw(unknown)));

        Texts(document).ShouldBe(["Une ligne de texte"]);
        document.Problems.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            problem => problem.Kind.ShouldBe(ReadingProblemKind.PageUnreadable), problem => problem.Page.ShouldBe(2));
    }

    [Fact]
    public void A_password_is_asked_for_when_the_empty_one_does_not_open() =>
        Refused(OneLine().ToEncryptedBytes()).Kind.ShouldBe(ReadingProblemKind.PasswordNeeded);

    [Fact]
    public void A_stream_that_unfolds_beyond_the_limit_costs_its_page_only()
    {
        var bomb = TestPdf.Deflate(Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("0 0 m ", 400_000))));
        byte[] stream = [.. TestPdf.Ascii($"<< /Length {bomb.Length} /Filter /FlateDecode >>\nstream\n"), .. bomb, .. TestPdf.Ascii("\nendstream")];
        var document = Read(OneLine().Page(page => page.Raw(stream)), new ReadingOptions { MaxContentMegabytes = 1 });

        Texts(document).ShouldBe(["Une ligne de texte"]);
        document.Problems.ShouldContain(new ReadingProblem(ReadingProblemKind.LimitExceeded, 2, "more than 1 MB in one stream"));
    }

    [Fact]
    public void Too_many_pages_are_refused() =>
        Refused(OneLine().Page(page => page.Text(72, 100, "Page 2")).ToBytes(), new ReadingOptions { MaxPages = 1 })
            .ShouldBe(new ReadingProblem(ReadingProblemKind.LimitExceeded, null, "2 pages"));

    [Fact]
    public void A_page_with_too_many_letters_is_reported()
    {
        var document = Read(
            OneLine().Page(page => page.Lines(72, 100, Enumerable.Repeat(new string('a', 90), 20))), new ReadingOptions { MaxLettersPerPage = 1000 });
        document.Problems.ShouldContain(problem => problem.Kind == ReadingProblemKind.LimitExceeded && problem.Page == 2);
    }

    [Fact]
    public void A_reading_that_does_not_end_is_left_behind()
    {
        using var never = new ManualResetEventSlim();
        var outcome = TimeLimit.Run(
            TimeSpan.FromMilliseconds(50),
            stop =>
            {
                never.Wait(stop);
                return new ReadOutcome.Unreadable(new(ReadingProblemKind.Damaged, null, ""));
            },
            TestContext.Current.CancellationToken);
        outcome.ShouldBeOfType<ReadOutcome.Unreadable>().Problem.Kind.ShouldBe(ReadingProblemKind.LimitExceeded);
    }

    [Fact]
    public void A_cancelled_reading_stops()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Should.Throw<OperationCanceledException>(() => new PdfReader(Microsoft.Extensions.Options.Options.Create(new ReadingOptions())).Read(OneLine().ToBytes(), cancelled.Token));
    }

    [Theory]
    [InlineData("Instruction n° 2024-15 du 3 mai 2024", "Instruction n° 2024-15 du 3 mai 2024")]
    [InlineData("Microsoft Word - projet v3.doc", null)]
    [InlineData("circulaire finale.docx", null)]
    [InlineData("Sans titre", null)]
    [InlineData("x", null)]
    public void A_title_made_by_a_program_is_no_title(string title, string? kept)
    {
        var pdf = new TestPdf { Title = title };
        Read(pdf.Page(page => page.Text(72, 100, "Texte"))).Title.ShouldBe(kept);
    }
}
