using System.Text;
using AgentHelpdesk.Ingestion.Inbox;
using AgentHelpdesk.Ingestion.Tests.Reading;
using AgentHelpdesk.Ingestion.Uploads;
using Microsoft.Extensions.DependencyInjection;

namespace AgentHelpdesk.Ingestion.Tests.Inbox;

public sealed class ReceiveUploadTests : IAsyncDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly byte[] Pdf = new TestPdf().Page(page => page.Text(72, 100, "Une ligne de texte")).ToBytes();

    private readonly InboxHouse _inbox = new(services => services.Configure<UploadOptions>(options => options.MaxFileMebibytes = 1));

    private ReceiveUpload Door => _inbox.House.Get<ReceiveUpload>();

    [Fact]
    public async Task A_received_upload_is_whole_on_the_disk_and_listed()
    {
        var entry = (await _inbox.ReceiveAsync("Circulaire n° 7.pdf", Pdf)).ShouldBeOfType<ReceiveOutcome.Received>().Entry;

        _inbox.Files.ShouldBe([$"{entry.Id}.json", $"{entry.Id}.pdf"]);
        (await File.ReadAllBytesAsync(Path.Combine(_inbox.Folder, $"{entry.Id}.pdf"), None)).ShouldBe(Pdf);
        _inbox.Shelf.List().ShouldHaveSingleItem().ShouldBe(entry);
        entry.ShouldSatisfyAllConditions(
            () => entry.FileName.ShouldBe("Circulaire n° 7.pdf"),
            () => entry.Bytes.ShouldBe(Pdf.Length),
            () => entry.Content.ShouldBe(Knowledge.Documents.ContentHash.Of(Pdf)),
            () => entry.Step.ShouldBe(InboxStep.Received),
            () => entry.ReceivedAt.ShouldBe(_inbox.House.Time.GetUtcNow()));
    }

    [Theory]
    [InlineData("photo.pdf", "\u0089PNG\r\n\u001a\n0000", RefusalReason.NotPdf, "png")]
    [InlineData("note.pdf", "PK\u0003\u0004word/document.xml", RefusalReason.NotPdf, "zip, docx, xlsx or odt")]
    [InlineData("page.pdf", "<!DOCTYPE html><script>alert(1)</script>", RefusalReason.NotPdf, "html")]
    [InlineData("vide.pdf", "", RefusalReason.Empty, "")]
    public async Task Another_kind_of_file_is_refused_at_once_by_its_bytes(string name, string content, RefusalReason reason, string detail)
    {
        var bytes = Encoding.Latin1.GetBytes(content);

        foreach (long? length in new long?[] { bytes.Length, null })
        {
            (await Door.ReceiveAsync(name, new MemoryStream(bytes), length, null, None))
                .ShouldBe(new ReceiveOutcome.Refused(name, reason, detail));
        }

        ShouldHaveLeftNothing();
    }

    [Fact]
    public async Task A_file_announced_too_large_is_refused_without_a_byte_of_it_being_read()
    {
        var body = new Sender(_ => throw new InvalidOperationException("read"));

        (await Door.ReceiveAsync("code.pdf", body, 2L << 30, null, None)).ShouldBe(new ReceiveOutcome.Refused("code.pdf", RefusalReason.TooLarge, "1"));

        ShouldHaveLeftNothing();
    }

    [Theory]
    [InlineData(null)]
    [InlineData(1000L)]
    public async Task A_file_that_turns_out_too_large_is_read_no_further_than_the_limit(long? announced)
    {
        var sent = 0L;
        var body = new Sender(buffer =>
        {
            buffer.Span.Clear();
            if (sent == 0)
                "%PDF-1.7"u8.CopyTo(buffer.Span);
            sent += buffer.Length;
            return buffer.Length;
        });

        (await Door.ReceiveAsync("sans-fin.pdf", body, announced, null, None)).ShouldBe(new ReceiveOutcome.Refused("sans-fin.pdf", RefusalReason.TooLarge, "1"));

        sent.ShouldBeLessThan((1 << 20) + (2 << 16));
        ShouldHaveLeftNothing();
    }

    [Fact]
    public async Task A_sender_that_breaks_off_leaves_nothing()
    {
        var pieces = 0;
        var body = new Sender(buffer =>
        {
            if (pieces++ == 3)
                throw new IOException("connection reset");
            Pdf.AsSpan(0, 600).CopyTo(buffer.Span);
            return 600;
        });

        (await Door.ReceiveAsync("coupé.pdf", body, null, null, None)).ShouldBe(new ReceiveOutcome.Refused("coupé.pdf", RefusalReason.NotReadable, "connection reset"));

        ShouldHaveLeftNothing();
    }

    [Fact]
    public async Task Fewer_bytes_than_announced_are_not_taken_for_the_file()
    {
        (await Door.ReceiveAsync("coupé.pdf", new MemoryStream(Pdf), Pdf.Length + 1, null, None))
            .ShouldBe(new ReceiveOutcome.Refused("coupé.pdf", RefusalReason.NotReadable, $"{Pdf.Length} / {Pdf.Length + 1}"));

        ShouldHaveLeftNothing();
    }

    [Fact]
    public async Task A_cancelled_upload_leaves_nothing()
    {
        using var stop = new CancellationTokenSource();
        var pieces = 0;
        var body = new Sender(buffer =>
        {
            if (pieces++ == 3)
                stop.Cancel();
            Pdf.AsSpan(0, 600).CopyTo(buffer.Span);
            return 600;
        });

        await Should.ThrowAsync<OperationCanceledException>(() => Door.ReceiveAsync("coupé.pdf", body, null, null, stop.Token));

        ShouldHaveLeftNothing();
    }

    [Fact]
    public async Task Bytes_that_come_one_by_one_are_put_together()
    {
        var at = 0;
        var body = new Sender(buffer =>
        {
            if (at == Pdf.Length)
                return 0;
            buffer.Span[0] = Pdf[at++];
            return 1;
        });

        var entry = (await Door.ReceiveAsync("lent.pdf", body, null, null, None)).ShouldBeOfType<ReceiveOutcome.Received>().Entry;

        entry.Content.ShouldBe(Knowledge.Documents.ContentHash.Of(Pdf));
    }

    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData(@"C:\Users\Zoé\Circulaire.pdf", "Circulaire.pdf")]
    [InlineData("/", "document.pdf")]
    [InlineData("..", "document.pdf")]
    [InlineData("", "document.pdf")]
    [InlineData(null, "document.pdf")]
    [InlineData("a\0b\r\nSet-Cookie: x\u0085.pdf", "abSet-Cookie: x.pdf")]
    [InlineData("annexe\u202Efdp.exe", "annexefdp.exe")]
    [InlineData("zéro\u200Blargeur\uFEFF.pdf", "zérolargeur.pdf")]
    [InlineData("<img src=x onerror=alert(1)>.pdf", "<img src=x onerror=alert(1)>.pdf")]
    [InlineData("re\u0301union.pdf", "réunion.pdf")]
    [InlineData("x\uD800y.pdf", "xy.pdf")]
    [InlineData("  espaces .pdf ", "espaces .pdf")]
    public void A_name_is_text_without_folders_and_what_cannot_be_seen(string? sent, string shown) => UploadName.Clean(sent).ShouldBe(shown);

    [Fact]
    public void A_very_long_name_is_shortened_and_keeps_its_extension()
    {
        var name = UploadName.Clean(new string('é', 5000) + ".pdf");

        name.Length.ShouldBeLessThanOrEqualTo(255);
        name.ShouldEndWith("….pdf");
        UploadName.Clean(string.Concat(Enumerable.Repeat("📄", 300)) + ".pdf").EnumerateRunes().ShouldNotContain(Rune.ReplacementChar);
    }

    [Fact]
    public async Task No_name_reaches_the_file_system()
    {
        foreach (var name in new[] { "../../x.pdf", "/etc/x.pdf", "con", "a/../../b.pdf", "~$x.pdf", ".hidden", "x.json", new string('a', 3000) })
            (await _inbox.ReceiveAsync(name, Pdf)).ShouldBeOfType<ReceiveOutcome.Received>();

        Directory.EnumerateFileSystemEntries(_inbox.House.Data).Select(Path.GetFileName).ShouldBe(["inbox"]);
        _inbox.Files.ShouldAllBe(file => System.Text.RegularExpressions.Regex.IsMatch(file, "^[0-9a-f]{32}[.](pdf|json)$"));
    }

    public ValueTask DisposeAsync() => _inbox.DisposeAsync();

    private void ShouldHaveLeftNothing()
    {
        _inbox.Files.ShouldBeEmpty();
        _inbox.Shelf.List().ShouldBeEmpty();
    }

    /// <summary>A body that comes as a test decides.</summary>
    private sealed class Sender(Func<Memory<byte>, int> read) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return new(read(buffer));
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush()
        {
        }
    }
}
