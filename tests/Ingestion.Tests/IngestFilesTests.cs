using AgentHelpdesk.Ingestion.Uploads;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.TestKit;

namespace AgentHelpdesk.Ingestion.Tests;

public sealed class IngestFilesTests : IDisposable
{
    private const string Guide = "guide-pension-de-rivage.pdf";
    private const string Notice = "aide-equipement-securite.pdf";
    private const string Amounts = "montant-supplement-enfant-2025.pdf";
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly IngestHouse _house = new();

    [Fact]
    public async Task The_samples_are_published_and_the_damaged_one_refused()
    {
        var outcomes = await _house.IngestAsync(new IngestSettings { Samples = true }, RepositoryRoot.Combine("tests", "Samples", "pdf"));

        outcomes.OfType<IngestOutcome.Refused>().Single().File.ShouldEndWith("document-endommage.pdf");
        outcomes.Count(outcome => outcome is IngestOutcome.Published).ShouldBe(12);
        outcomes.OfType<IngestOutcome.NewRevision>().Single().Document.ShouldBe(DocumentId.Parse("montant-supplement-enfant"));
        var state = await _house.Reader.ReadStateAsync(None);
        state.ShouldSatisfyAllConditions(() => state.OnlySamples.ShouldBeTrue(), () => state.Documents.ShouldBe(12), () => state.Publication.ShouldBe(13));
        Directory.EnumerateFiles(Path.Combine(_house.Data, "content")).Count().ShouldBe(13, "the bytes of the damaged file are not kept");
    }

    [Fact]
    public async Task The_same_folder_twice_changes_nothing()
    {
        _house.Put(Guide);
        _house.Put(Notice);
        await _house.IngestAsync();

        var again = await _house.IngestAsync();

        again.ShouldAllBe(outcome => outcome is IngestOutcome.Unchanged);
        (await _house.PublicationAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task Exactly_the_same_file_name_is_a_new_revision()
    {
        _house.Put(Guide, "note.pdf");
        await _house.IngestAsync();
        _house.Put(Notice, "note.pdf");

        (await _house.IngestAsync()).Single().ShouldBeOfType<IngestOutcome.NewRevision>().Document.ShouldBe(DocumentId.Parse("note"));
    }

    [Fact]
    public async Task An_undated_revision_of_a_dated_document_is_said_not_to_answer_today()
    {
        _house.Put(Guide, "note.pdf");
        _house.PutMetadata("note.pdf;;;;2024-01-01;;;");
        await _house.IngestAsync();
        _house.Put(Notice, "note.pdf");
        _house.PutMetadata();

        (await _house.IngestAsync()).Single().ShouldBeOfType<IngestOutcome.NewRevision>().IsOutranked.ShouldBeTrue();

        _house.PutMetadata("note.pdf;;;;2025-01-01;;;");
        (await _house.IngestAsync()).Single().ShouldBeOfType<IngestOutcome.Corrected>();
        var revisions = (await _house.Reader.FindDocumentAsync(DocumentId.Parse("note"), None)).ShouldNotBeNull().Revisions;
        revisions.Single(revision => revision.Effective.Any(period => period.Contains(new(2026, 11, 24)))).Description.Declared.From.ShouldBe(new(2025, 1, 1));
    }

    [Fact]
    public async Task Where_a_person_picks_files_a_name_alone_merges_nothing()
    {
        _house.Put(Guide, "note.pdf");
        await _house.IngestAsync();
        _house.Put(Notice, "note.pdf");

        var outcome = (await _house.IngestAsync(new IngestSettings { SameNameIsSameDocument = false })).Single().ShouldBeOfType<IngestOutcome.Published>();

        outcome.Document.ShouldNotBe(DocumentId.Parse("note"));
        outcome.Resembles.ShouldBeNull();
    }

    [Fact]
    public async Task A_name_never_merges_with_an_identity_that_metadata_gave()
    {
        _house.PutMetadata("autre.pdf;note;;;;;;");
        _house.Put(Guide, "autre.pdf");
        await _house.IngestAsync();
        _house.Put(Notice, "note.pdf");

        (await _house.IngestAsync()).OfType<IngestOutcome.Published>().Single().Document.Value.ShouldStartWith("note~");
    }

    [Fact]
    public async Task A_metadata_row_gives_number_and_issuer_and_one_without_them_keeps_what_was_said()
    {
        var path = _house.Put(Guide);
        await File.WriteAllTextAsync(Path.Combine(_house.Inbox, "metadata.csv"), $"file;number;issuer\n{Guide};G-12/2026;Caisse des îles", None);
        await _house.IngestAsync(path);
        _house.PutMetadata($"{Guide};;Un titre;guide;;;;");

        (await _house.IngestAsync(path)).Single().ShouldBeOfType<IngestOutcome.Corrected>();

        var said = (await _house.Reader.ReadDocumentsAsync(None)).Single().Revisions.Single();
        said.Description.ShouldSatisfyAllConditions(
            about => about.Title.ShouldBe("Un titre"), about => about.Number.ShouldBe("G-12/2026"), about => about.Issuer.ShouldBe("Caisse des îles"));
        (await _house.Reader.ReadActsAsync(said.Document, None))[0].Detail.ShouldBe("title,kind");
    }

    [Fact]
    public async Task A_file_that_replaces_a_document_is_its_revision_whatever_its_name()
    {
        _house.Put(Guide, "a.pdf");
        await _house.IngestAsync();

        var outcome = (await _house.IngestAsync(new IngestSettings { Replaces = DocumentId.Parse("a") }, _house.Put(Notice, "b.pdf"))).Single();

        outcome.ShouldBeOfType<IngestOutcome.NewRevision>().Document.ShouldBe(DocumentId.Parse("a"));
        (await _house.IngestAsync(new IngestSettings { Replaces = DocumentId.Parse("inconnu") }, _house.Put(Amounts, "c.pdf"))).Single()
            .ShouldBeOfType<IngestOutcome.Refused>().Reason.ShouldBe(RefusalReason.UnknownDocument);
    }

    [Fact]
    public async Task A_text_like_that_of_a_known_document_is_proposed_and_not_applied()
    {
        _house.Put(Guide, "guide-2025.pdf");
        await _house.IngestAsync();

        var outcome = (await _house.IngestAsync(_house.Put(Guide, "guide-2026.pdf", suffix: "\n% édition suivante\n"))).Single();

        var published = outcome.ShouldBeOfType<IngestOutcome.Published>();
        published.Document.ShouldBe(DocumentId.Parse("guide-2026"));
        published.Resembles.ShouldBe(DocumentId.Parse("guide-2025"));
    }

    [Fact]
    public async Task The_same_bytes_under_two_documents_are_two_revisions()
    {
        _house.PutMetadata("a.pdf;un;;;;;;", "b.pdf;deux;;;;;;");
        _house.Put(Guide, "a.pdf");
        _house.Put(Guide, "b.pdf");

        var outcomes = await _house.IngestAsync();

        outcomes.Cast<IngestOutcome.Published>().Select(outcome => outcome.Document.Value).ShouldBe(["un", "deux"]);
        outcomes[1].ShouldBeOfType<IngestOutcome.Published>().Resembles.ShouldBe(DocumentId.Parse("un"));
    }

    [Fact]
    public async Task Copies_without_metadata_are_one_revision()
    {
        _house.Put(Guide, "a.pdf");
        _house.Put(Guide, "sous/b.pdf");

        (await _house.IngestAsync()).Select(outcome => outcome.GetType()).ShouldBe([typeof(IngestOutcome.Published), typeof(IngestOutcome.Unchanged)]);
    }

    [Fact]
    public async Task Other_metadata_of_the_same_bytes_are_a_correction()
    {
        var path = _house.Put(Guide);
        _house.PutMetadata($"{Guide};guide;Guide;guide;2024-01-01;;;");
        await _house.IngestAsync();
        _house.PutMetadata($"{Guide};guide;Guide révisé;guide;2024-02-01;31/12/2024;caf;");

        var outcome = (await _house.IngestAsync(path)).Single().ShouldBeOfType<IngestOutcome.Corrected>();

        var revision = (await _house.Reader.FindRevisionAsync(outcome.Revision, None)).ShouldNotBeNull();
        revision.Description.Title.ShouldBe("Guide révisé");
        revision.Effective.ShouldBe([new(new(2024, 2, 1), new(2025, 1, 1))]);
        (await _house.Reader.ReadNeighboursAsync(revision.Id, 0, 0, None)).Single().Prefix.ShouldStartWith("Guide révisé");
    }

    [Fact]
    public async Task A_bad_row_bars_its_file_and_the_rest_is_ingested()
    {
        _house.Put(Guide);
        _house.Put(Notice);
        _house.PutMetadata($"{Guide};;;;31/02/2024;;;", "absent.pdf;;;;;;;", $"{Notice};;;;;;;");

        var outcomes = await _house.IngestAsync();

        outcomes.OfType<IngestOutcome.Refused>().Single().ShouldSatisfyAllConditions(
            refused => refused.Reason.ShouldBe(RefusalReason.BadMetadata),
            refused => refused.Metadata.ShouldNotBeNull().Column.ShouldBe("valid_from"),
            refused => refused.Metadata!.Line.ShouldBe(2));
        outcomes.OfType<IngestOutcome.Published>().Single().File.ShouldEndWith(Notice);
        outcomes.OfType<IngestOutcome.MetadataReported>().Single().Problem.ShouldSatisfyAllConditions(
            problem => problem.Kind.ShouldBe(MetadataProblemKind.MissingFile),
            problem => problem.Value.ShouldBe("absent.pdf"));
    }

    [Fact]
    public async Task A_title_comes_from_metadata_else_from_the_document()
    {
        _house.Put(Guide);
        _house.Put(Notice);
        _house.PutMetadata($"{Notice};;Titre donné;;;;;");
        await _house.IngestAsync();

        var titles = (await _house.Reader.ReadDocumentsAsync(None)).Select(document => document.Revisions[0].Description.Title).ToArray();

        titles.ShouldContain("Titre donné");
        titles.ShouldContain(title => title.Contains("pension", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task What_is_no_pdf_is_refused_and_harms_no_other()
    {
        await File.WriteAllTextAsync(Path.Combine(_house.Inbox, "lettre.docx"), "PK", None);
        await File.WriteAllTextAsync(Path.Combine(_house.Inbox, "vide.pdf"), "", None);
        _house.Put(Guide);

        var outcomes = await _house.IngestAsync(_house.Inbox, Path.Combine(_house.Inbox, "absent.pdf"));

        outcomes.OfType<IngestOutcome.Refused>().ToDictionary(refused => Path.GetFileName(refused.File), refused => refused.Reason).ShouldBe(
            new Dictionary<string, RefusalReason> { ["lettre.docx"] = RefusalReason.NotPdf, ["vide.pdf"] = RefusalReason.Empty, ["absent.pdf"] = RefusalReason.NotFound },
            ignoreOrder: true);
        outcomes.OfType<IngestOutcome.Published>().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task While_another_writes_nothing_is_done_and_the_lock_is_named()
    {
        var writer = _house.Get<IWriterLock>().TryOpen().ShouldBeOfType<WriterOutcome.Opened>().Writer;
        _house.Put(Guide);

        (await _house.IngestAsync()).Single().ShouldBeOfType<IngestOutcome.Busy>().LockFile.ShouldBe(Path.Combine(_house.Data, "knowledge.lock"));

        await writer.DisposeAsync();
        (await _house.IngestAsync()).Single().ShouldBeOfType<IngestOutcome.Published>();
    }

    [Fact]
    public async Task A_run_that_is_stopped_keeps_what_it_published_and_goes_on_when_run_again()
    {
        foreach (var name in (string[])[Guide, Notice, Amounts])
            _house.Put(name);

        await foreach (var _ in _house.Get<IngestFiles>().RunAsync([_house.Inbox], new(), null, None))
            break;

        (await _house.PublicationAsync()).ShouldBe(1);
        (await _house.IngestAsync()).Select(outcome => outcome.GetType()).ShouldBe([typeof(IngestOutcome.Unchanged), typeof(IngestOutcome.Published), typeof(IngestOutcome.Published)]);
    }

    [Fact]
    public async Task Progress_ends_with_everything_done()
    {
        _house.Put(Guide);
        _house.Put(Notice);
        var told = new List<IngestProgress>();

        await foreach (var _ in _house.Get<IngestFiles>().RunAsync([_house.Inbox], new(), new Direct(told.Add), None))
        {
        }

        told.Select(progress => progress.FilesDone).ShouldBe([1, 2]);
        told[1].BytesDone.ShouldBe(told[1].BytesTotal);
        told[1].PagesDone.ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task The_first_real_document_takes_the_samples_away()
    {
        await _house.IngestAsync(new IngestSettings { Samples = true }, _house.Put(Guide));

        await _house.IngestAsync(_house.Put(Notice));

        (await _house.Reader.ReadDocumentsAsync(None)).Single().Id.ShouldBe(DocumentId.Parse("aide-equipement-securite"));
        Directory.EnumerateFiles(Path.Combine(_house.Data, "content")).Count().ShouldBe(1);
        (await _house.IngestAsync(Path.Combine(_house.Inbox, Guide))).Single().ShouldBeOfType<IngestOutcome.Published>("a sample's bytes may come back as a document");
    }

    [Fact]
    public async Task A_sample_handed_in_after_a_real_document_of_the_same_run_is_a_real_document_too()
    {
        await _house.IngestAsync(new IngestSettings { Samples = true }, _house.Put(Guide));

        var outcomes = await _house.IngestAsync(_house.Put(Notice), Path.Combine(_house.Inbox, Guide));

        outcomes.ShouldAllBe(outcome => outcome is IngestOutcome.Published);
        (await _house.Reader.ReadDocumentsAsync(None)).ShouldAllBe(document => !document.Revisions[0].Description.IsSample);
    }

    public void Dispose() => _house.Dispose();

    private sealed class Direct(Action<IngestProgress> report) : IProgress<IngestProgress>
    {
        public void Report(IngestProgress value) => report(value);
    }
}
