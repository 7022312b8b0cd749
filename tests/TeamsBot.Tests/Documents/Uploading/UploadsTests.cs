using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Documents;
using Microsoft.Extensions.DependencyInjection;

namespace AgentHelpdesk.TeamsBot.Tests.Documents.Uploading;

/// <summary>Files handed in over the real store, from the first byte to the answer.</summary>
public sealed class UploadsTests : IDisposable
{
    private const string Circular = "circulaire-2025-03-indemnite-gros-temps.pdf";

    private readonly StoringHost _host = new(("Uploads:MaxFileMebibytes", "1"));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task A_file_waits_with_its_proposals_until_it_is_published()
    {
        (await _host.UploadAsync(StoringHost.Sample(Circular), Circular)).ShouldContain("\"id\"");
        var table = await _host.SettledTableAsync();
        var id = StoringHost.IdsIn(table).ShouldHaveSingleItem();

        table.ShouldContain("value=\"01/03/2025\"");
        table.ShouldContain("p. 1 : «");
        table.ShouldContain("Publier 1 ligne sans avertissement");
        (await _host.PageAsync("/documents")).ShouldContain("Aucun document n’est encore publié.");

        var (status, html) = await _host.PostAsync("/uploads/publish", ("id", id));

        status.ShouldBe(HttpStatusCode.OK);
        html.ShouldContain("1 ligne est publiée");
        html.ShouldContain("<table class=\"document-table\"");
    }

    [Fact]
    public async Task A_line_with_a_warning_waits_until_it_is_mended_or_ticked()
    {
        await _host.UploadAsync(StoringHost.Sample("note-locale-antenne-des-iles.pdf"), "note.pdf");
        var id = StoringHost.IdsIn(await _host.SettledTableAsync()).Single();

        var (refused, unpublished) = await _host.PostAsync("/uploads/publish", ("id", id), ($"title.{id}", "Note locale"), ($"from.{id}", ""));
        refused.ShouldBe(HttpStatusCode.Conflict);
        unpublished.ShouldContain("sans date d’effet");
        unpublished.ShouldContain(">Note locale</textarea>");

        var (status, published) = await _host.PostAsync("/uploads/publish", ("id", id), ($"title.{id}", "Note locale"), ($"from.{id}", ""), ($"checked.{id}", "1"));
        status.ShouldBe(HttpStatusCode.OK);
        published.ShouldContain("1 ligne est publiée");
        published.ShouldContain("date d’effet non précisée");
    }

    [Fact]
    public async Task A_fault_is_said_in_its_line_and_keeps_it_back_ticked_or_not()
    {
        await _host.UploadAsync(StoringHost.Sample(Circular), Circular);
        var id = StoringHost.IdsIn(await _host.SettledTableAsync()).Single();

        var (_, html) = await _host.PostAsync(
            "/uploads/publish", ("id", id), ($"title.{id}", ""), ($"from.{id}", "31/02/2025"), ($"replaces.{id}", "nulle part"), ($"checked.{id}", "1"));

        html.ShouldContain("Il faut un titre.");
        html.ShouldContain("Ce n’est pas un jour.");
        html.ShouldContain("Aucun document publié n’a cette identité");
        html.ShouldContain("À corriger");
        html.ShouldContain("Aucun document n’est encore publié.");
    }

    [Fact]
    public async Task A_new_revision_is_proposed_unticked_and_becomes_one_only_when_ticked()
    {
        await _host.PublishAsync("montant-supplement-enfant-2025.pdf", "Supplément pour enfant", "01/01/2025");
        await _host.UploadAsync(StoringHost.Sample("montant-supplement-enfant-2026.pdf"), "montant-2026.pdf");
        var table = await _host.SettledTableAsync();
        var id = StoringHost.IdsIn(table).Last();
        table.ShouldContain("semble une nouvelle version de « Supplément pour enfant »");
        table.ShouldNotContain("checked>");

        await _host.PostAsync("/uploads/publish", ("id", id), ($"title.{id}", "Supplément pour enfant"), ($"from.{id}", "01/01/2026"), ($"adopt.{id}", "montant-supplement-enfant-2025"));

        var sheet = await _host.PageAsync("/document?id=montant-supplement-enfant-2025");
        sheet.ShouldContain("montant-2026.pdf");
        sheet.ShouldContain("du 01/01/2025 au 31/12/2025");
    }

    [Theory]
    [InlineData("", "vide.pdf", "le fichier est vide")]
    [InlineData("GIF89a…", "image.pdf", "ce n’est pas un PDF")]
    [InlineData("<html>%PDF", "<img src=x onerror=alert(1)>.pdf", "ce n’est pas un PDF")]
    public async Task What_is_no_pdf_is_refused_with_the_reason_and_the_remedy(string content, string name, string reason)
    {
        var reply = System.Text.RegularExpressions.Regex.Unescape(await _host.UploadAsync(Encoding.UTF8.GetBytes(content), name));

        reply.ShouldContain(reason);
        reply.ShouldContain("\"remedy\":\"");
        StoringHost.IdsIn(await _host.PageAsync("/documents")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("../../etc/passwd.pdf", "passwd.pdf")]
    [InlineData("C:\\Users\\x\\note.pdf", "note.pdf")]
    [InlineData("\"><script>alert(1)</script>.pdf", "script>.pdf")]
    public async Task A_name_is_shown_as_text_and_never_becomes_a_path(string name, string shown)
    {
        await _host.UploadAsync(StoringHost.Sample(Circular), name);
        await _host.SettledTableAsync();
        var html = await _host.Client.GetStringAsync("/documents", Token);

        html.ShouldNotContain("<script>alert");
        html.ShouldNotContain("..");
        StoringHost.Plain(html).ShouldContain($"<span class=\"file-name\">{shown}</span>");
    }

    [Fact]
    public async Task A_file_announced_as_two_gigabytes_is_refused_before_it_is_sent()
    {
        using var client = new TcpClient();
        await client.ConnectAsync("localhost", _host.Client.BaseAddress!.Port, Token);
        await using var stream = client.GetStream();
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes($"POST /uploads?name=enorme.pdf HTTP/1.1\r\nHost: localhost:{_host.Client.BaseAddress.Port}\r\nSec-Fetch-Site: same-origin\r\nContent-Length: {2L << 30}\r\n\r\n"),
            Token);

        var reply = new byte[4096];
        var count = await stream.ReadAtLeastAsync(reply, 600, throwOnEndOfStream: false, Token);

        Encoding.UTF8.GetString(reply, 0, count).ShouldContain("La limite est de 1 Mio.");
    }

    [Fact]
    public async Task Without_script_a_form_of_files_is_taken_and_each_refusal_is_said()
    {
        using var form = new MultipartFormDataContent
        {
            { PdfPart(StoringHost.Sample(Circular)), "files", Circular },
            { PdfPart("nothing"u8.ToArray()), "files", "renomme.pdf" },
        };

        using var response = await _host.Client.PostAsync("/uploads", form, Token);
        var html = StoringHost.Plain(await response.Content.ReadAsStringAsync(Token));

        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        html.ShouldContain("renomme.pdf : ce n’est pas un PDF");
        StoringHost.IdsIn(await _host.SettledTableAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_damaged_file_settles_with_its_reason_and_is_put_away()
    {
        await _host.UploadAsync(StoringHost.Sample("document-endommage.pdf"), "abime.pdf");
        (await _host.SettledTableAsync()).ShouldContain("Refusé : le fichier est endommagé");

        await _host.PostAsync("/uploads/discard", ("discard", "settled"));

        StoringHost.IdsIn(await _host.PageAsync("/documents")).ShouldBeEmpty();
    }

    [Fact]
    public async Task While_another_job_writes_nothing_is_lost_and_it_is_said()
    {
        await _host.UploadAsync(StoringHost.Sample(Circular), Circular);
        var id = StoringHost.IdsIn(await _host.SettledTableAsync()).Single();
        var opened = _host.Services.GetRequiredService<IWriterLock>().TryOpen().ShouldBeOfType<WriterOutcome.Opened>();
        await using (opened.Writer)
        {
            var (status, html) = await _host.PostAsync("/uploads/publish", ("id", id), ($"title.{id}", "Gros temps"), ($"from.{id}", "01/03/2025"));
            status.ShouldBe(HttpStatusCode.Conflict);
            html.ShouldContain("Un autre travail écrit en ce moment : rien n’a été publié");
            html.ShouldContain(">Gros temps</textarea>");
        }

        var (done, _) = await _host.PostAsync("/uploads/publish", ("id", id), ($"title.{id}", "Gros temps"), ($"from.{id}", "01/03/2025"));
        done.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_line_is_tried_as_typed_without_being_published()
    {
        await _host.UploadAsync(StoringHost.Sample(Circular), Circular);
        var id = StoringHost.IdsIn(await _host.SettledTableAsync()).Single();

        var (_, html) = await _host.PostAsync(
            "/uploads/try", ("try", id), ($"title.{id}", "Titre à l’essai"), ($"from.{id}", "01/03/2025"), ("question", "Quel est le délai de carence de l'indemnité de gros temps ?"), ("date", ""));

        html.ShouldContain("trois jours");
        html.ShouldContain("Titre à l’essai");
        html.ShouldContain("La réponse s’appuie sur ce document.");
        (await _host.PageAsync("/documents")).ShouldContain("Aucun document n’est encore publié.");
    }

    [Fact]
    public async Task A_full_table_of_long_values_is_read()
    {
        var ids = Enumerable.Range(0, 200).Select(i => $"{i:x32}").ToArray();
        var fields = ids.SelectMany(id => new[] { "title", "number", "issuer", "kind", "from", "until", "audience", "replaces" }
            .Select(field => ($"{field}.{id}", new string('x', 300)))).ToArray();

        var (status, _) = await _host.PostAsync("/uploads/check", fields);

        status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Retiring_needs_a_reason_and_is_told_in_the_history()
    {
        await _host.PublishAsync(Circular, "Gros temps");
        var id = (await PublishedAsync()).Value;

        var (unclear, html) = await _host.PostAsync("/document/retire", ("id", id), ("from", "hier"), ("reason", " "));
        unclear.ShouldBe(HttpStatusCode.UnprocessableEntity);
        html.ShouldContain("Donnez la raison");

        (await _host.PostAsync("/document/retire", ("id", id), ("from", ""), ("reason", "<b>doublon</b>"))).Html.ShouldContain("Le document est retiré.");
        var retired = await _host.Client.GetStringAsync($"/document?id={Uri.EscapeDataString(id)}", Token);
        retired.ShouldNotContain("<b>doublon");
        StoringHost.Plain(retired).ShouldContain("<b>doublon</b>");
        StoringHost.Plain(retired).ShouldContain("retiré : ne répond plus aucun jour");

        (await _host.PostAsync("/document/restore", ("id", id))).Html.ShouldContain("Le document répond de nouveau.");
        (await _host.PageAsync($"/document?id={Uri.EscapeDataString(id)}")).ShouldContain("en vigueur depuis le 01/01/2026");
    }

    [Fact]
    public async Task A_correction_is_published_or_said_to_be_faulty_with_what_was_typed()
    {
        await _host.PublishAsync(Circular, "Gros temps");
        var id = await PublishedAsync();
        var document = await _host.Services.GetRequiredService<ICatalogueReader>().FindDocumentAsync(id, Token);
        var revision = document.ShouldNotBeNull().Revisions[0].Id.Value;

        var (faulty, html) = await _host.PostAsync("/document/correct", ("id", id.Value), ("version", revision), ("title", "Autre titre"), ("from", "31/31/2025"));
        faulty.ShouldBe(HttpStatusCode.UnprocessableEntity);
        html.ShouldContain("value=\"31/31/2025\"");

        (await _host.PostAsync("/document/correct", ("id", id.Value), ("version", revision), ("title", "Autre titre"), ("number", "N-12"), ("from", "01/02/2025")))
            .Html.ShouldContain("La correction est publiée.");
        var sheet = await _host.PageAsync($"/document?id={Uri.EscapeDataString(id.Value)}");
        sheet.ShouldContain("Autre titre");
        sheet.ShouldContain("en vigueur depuis le 01/02/2025");
        sheet.ShouldContain("Corrigé");
    }

    [Fact]
    public async Task A_published_document_is_tried_on_its_page()
    {
        await _host.PublishAsync(Circular, "Gros temps", "01/03/2025");
        var id = (await PublishedAsync()).Value;

        var (_, html) = await _host.PostAsync("/document/try", ("id", id), ("question", "Quel est le délai de carence de l'indemnité de gros temps ?"), ("date", ""));

        html.ShouldContain("trois jours");
        html.ShouldContain("La réponse s’appuie sur ce document.");
    }

    private async Task<DocumentId> PublishedAsync() => (await _host.Services.GetRequiredService<ICatalogueReader>().ReadDocumentsAsync(Token)).Single().Id;

    private static ByteArrayContent PdfPart(byte[] content) => new(content) { Headers = { ContentType = new MediaTypeHeaderValue("application/pdf") } };
}
