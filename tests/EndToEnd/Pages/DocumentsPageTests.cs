using AgentHelpdesk.EndToEnd.Hosts;
using AgentHelpdesk.TestKit;
using Microsoft.Playwright;

namespace AgentHelpdesk.EndToEnd.Pages;

/// <summary>The documents page in a browser, as a knowledge manager meets it: by hand, and by keyboard alone.</summary>
public sealed class DocumentsPageTests : IAsyncLifetime
{
    private static readonly string Samples = RepositoryRoot.Combine("tests", "Samples", "pdf");

    private readonly TempFolder _folder = new();
    private HelpdeskProcess? _host;
    private Browser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (!Browser.Exists)
            return;
        // A loaded machine is slow, not broken.
        Assertions.SetDefaultExpectTimeout(60_000);
        _host = HelpdeskProcess.Start("Production", "--data", _folder.Path, "--urls", "http://127.0.0.1:0");
        _browser = await Browser.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        if (_host is not null)
            await _host.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Files_are_handed_in_described_by_keyboard_published_and_asked_about()
    {
        var page = await OpenAsync();
        await HandInAsync(page, "circulaire-2025-03-indemnite-gros-temps.pdf", "note-locale-antenne-des-iles.pdf", "guide-pension-de-rivage.pdf", "document-endommage.pdf");

        // The damaged file settled; the others wait, each with what page 1 says.
        await Expect(page, ".outcome .bad").ToContainTextAsync("endommagé");
        await Expect(page, "tr.upload .state").ToHaveCountAsync(3);
        await page.ShouldLookRightAsync("documents-ready");

        // By keyboard alone from the first cell on: to the kinds, a value filled down, then a date on the line that states none.
        var title = page.Page.Locator("[data-column=title]").First;
        await title.FocusAsync();
        for (var i = 0; i < 3; i++)
            await page.Page.Keyboard.PressAsync("ArrowRight");
        await page.Page.Keyboard.TypeAsync("texte");
        await page.Page.Keyboard.PressAsync("Control+d");
        (await ValuesAsync(page, "kind")).ShouldBe(["texte", "texte", "texte"]);
        await page.Page.Keyboard.PressAsync("Control+z");
        (await ValuesAsync(page, "kind"))[1].ShouldNotBe("texte");

        // A block of a spreadsheet goes over the fields from the focused one on, and is taken back in one step.
        var before = await ValuesAsync(page, "number");
        await PasteAsync(page, "number", "N-1\tCaisse A\tcirculaire\t01/02/2024\nN-2\tCaisse B\tnote\t01/03/2024\nN-3\tCaisse C\tguide\t01/04/2024");
        (await ValuesAsync(page, "from")).ShouldBe(["01/02/2024", "01/03/2024", "01/04/2024"]);
        await page.Page.Keyboard.PressAsync("Control+z");
        (await ValuesAsync(page, "number")).ShouldBe(before);
        await page.Page.Keyboard.PressAsync("Escape");
        await PasteAsync(page, "from", "01/03/2025\n01/06/2025\n01/01/2026");

        // What is typed survives a reload.
        await page.Page.ReloadAsync();
        await Expect(page, "[data-publish]").ToContainTextAsync("Publier les 3 lignes");
        (await ValuesAsync(page, "from")).ShouldBe(["01/03/2025", "01/06/2025", "01/01/2026"]);

        await page.Page.Locator("[data-publish]").FocusAsync();
        await page.Page.Keyboard.PressAsync("Enter");
        await Expect(page, ".inbox-notice").ToContainTextAsync("3 lignes sont publiées");
        await Expect(page, ".document-table tbody tr").ToHaveCountAsync(3);
        await page.ShouldLookRightAsync("documents-published");
        page.Complaints.ShouldBeEmpty();

        await page.Page.GotoAsync("/");
        await page.AskAsync("Quel est le délai de carence de l'indemnité de gros temps ?");
        (await page.Page.Locator("article.turn").InnerTextAsync()).ShouldContain("trois jours");
    }

    [Fact]
    public async Task A_line_is_tried_before_it_is_published_and_a_document_retired_restored_and_corrected_on_its_page()
    {
        var page = await OpenAsync();
        await HandInAsync(page, "circulaire-2025-03-indemnite-gros-temps.pdf");
        await page.Page.ClickAsync("button[data-column=try]");
        await page.Page.FillAsync("#upload-question", "Quel est le délai de carence de l'indemnité de gros temps ?");
        await page.Page.Keyboard.PressAsync("Enter");
        await Expect(page, "#try-result").ToContainTextAsync("trois jours");
        await page.ShouldLookRightAsync("documents-try");
        await page.Page.Keyboard.PressAsync("Escape");
        await page.Page.ClickAsync("[data-publish]");
        await page.Page.ClickAsync(".document-table tbody th a");

        await page.Page.WaitForURLAsync("**/document?id=*");
        await page.ShouldLookRightAsync("document-sheet");
        await page.Page.FillAsync("#try-question", "Quel est le délai de carence de l'indemnité de gros temps ?");
        await page.Page.Keyboard.PressAsync("Enter");
        await Expect(page, "#try-result").ToContainTextAsync("La réponse s’appuie sur ce document.");

        await page.Page.ClickAsync("summary:has-text('Corriger')");
        await page.Page.FillAsync("#correct-number", "CFPML-2025-03 bis");
        await page.Page.ClickAsync("button:has-text('Enregistrer la correction')");
        await Expect(page, ".done").ToContainTextAsync("La correction est publiée.");

        await page.Page.ClickAsync("summary:has-text('Retirer')");
        await page.Page.FillAsync("#retire-reason", "doublon");
        await page.Page.ClickAsync("button:has-text('Retirer ce document')");
        await Expect(page, ".page-head .stands").ToContainTextAsync("retiré");
        await page.ShouldLookRightAsync("documents-retired");
        await page.Page.ClickAsync("button:has-text('Rétablir ce document')");
        await Expect(page, ".page-head .stands").ToContainTextAsync("en vigueur depuis le 01/03/2025");
        await Expect(page, ".history li").ToHaveCountAsync(4);
        page.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_document_is_replaced_from_its_page_and_both_versions_stay_readable()
    {
        var page = await OpenAsync();
        await HandInAsync(page, "circulaire-2019-07-indemnite-gros-temps.pdf");
        await page.Page.ClickAsync("[data-publish]");
        await page.Page.ClickAsync(".document-table tbody th a");

        await page.Page.ClickAsync("summary:has-text('Remplacer')");
        await page.Page.SetInputFilesAsync("details[open] input[type=file]", Path.Combine(Samples, "circulaire-2025-03-indemnite-gros-temps.pdf"));
        await page.Page.ClickAsync("details[open] button[type=submit]");
        await page.Page.WaitForURLAsync("**/documents");
        await Expect(page, "tr.upload .state").ToHaveCountAsync(1);
        await page.Page.ClickAsync("[data-publish]");
        await Expect(page, ".inbox-notice").ToContainTextAsync("publiée");
        await page.Page.ClickAsync(".document-table tbody th a");

        await Expect(page, "main").ToContainTextAsync("circulaire-2019-07-indemnite-gros-temps.pdf");
        await Expect(page, "main").ToContainTextAsync("circulaire-2025-03-indemnite-gros-temps.pdf");
        await page.ShouldLookRightAsync("document-replaced");
    }

    [Fact]
    public async Task Without_script_files_are_handed_in_and_published_by_plain_forms()
    {
        var page = await OpenAsync(script: false);

        await page.Page.SetInputFilesAsync("#drop-files", Path.Combine(Samples, "circulaire-2025-03-indemnite-gros-temps.pdf"));
        await page.Page.ClickAsync("#drop button[type=submit]");
        while (await page.Page.Locator("tr.upload .state").CountAsync() == 0)
            await page.Page.ReloadAsync();
        await page.Page.ClickAsync("[data-publish]");

        await Expect(page, ".document-table tbody tr").ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Without_a_document_the_page_says_what_to_do()
    {
        var page = await OpenAsync();

        await Expect(page, "main").ToContainTextAsync("Aucun document n’est encore publié.");
        await page.ShouldLookRightAsync("documents-empty");
    }

    private static ILocatorAssertions Expect(BrowserPage page, string selector) => Assertions.Expect(page.Page.Locator(selector));

    private static async Task HandInAsync(BrowserPage page, params string[] files)
    {
        await page.Page.SetInputFilesAsync("#drop-files", files.Select(file => Path.Combine(Samples, file)));
        await page.Page.WaitForFunctionAsync(
            "count => document.querySelectorAll('tr.upload').length === count && !document.querySelector('tr.upload progress') && !document.querySelector('#sending-bar:not([hidden])')", files.Length);
    }

    private static async Task<string[]> ValuesAsync(BrowserPage page, string column) =>
        await page.Page.EvaluateAsync<string[]>("column => [...document.querySelectorAll(`[data-column=${column}]`)].map(field => field.value)", column);

    // As a spreadsheet's clipboard arrives: an event with text, without the browser's permission to read the real one.
    private static async Task PasteAsync(BrowserPage page, string column, string text)
    {
        var field = page.Page.Locator($"[data-column={column}]").First;
        await field.FocusAsync();
        await field.EvaluateAsync(
            "(field, text) => { const data = new DataTransfer(); data.setData('text/plain', text); field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })); }", text);
    }

    private async Task<BrowserPage> OpenAsync(bool script = true)
    {
        Assert.SkipUnless(Browser.Exists, Browser.WhyAbsent);
        return await _browser!.OpenAsync(await _host!.AddressAsync(), script: script, path: "/documents");
    }
}
