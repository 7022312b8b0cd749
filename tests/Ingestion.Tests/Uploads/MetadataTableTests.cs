using System.Text;
using AgentHelpdesk.Ingestion.Uploads;
using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Ingestion.Tests.Uploads;

public sealed class MetadataTableTests
{
    private const string Header = "file;document;title;kind;valid_from;valid_to;audience;url\n";

    [Theory]
    [InlineData(";", "")]
    [InlineData(",", "")]
    [InlineData(";", "\uFEFF")]
    public void Reads_both_delimiters_with_and_without_byte_order_mark(string delimiter, string mark)
    {
        var table = Read(mark + (Header + "a.pdf;doc-a;Titre à accents;Circulaire;01/04/2024;2025-03-31;CAF msa;https://exemple.test/a\n").Replace(";", delimiter, StringComparison.Ordinal));

        table.Problems.ShouldBeEmpty();
        table.TryFind("a.pdf", out var row).ShouldBeTrue();
        row.ShouldNotBeNull();
        row.Document.ShouldBe(DocumentId.Parse("doc-a"));
        row.Title.ShouldBe("Titre à accents");
        row.Kind.ShouldBe("circulaire");
        row.Declared.ShouldBe(new ValidityPeriod(new(2024, 4, 1), new(2025, 4, 1)));
        row.Audience.ShouldBe(["caf", "msa"]);
        row.Url.ShouldBe("https://exemple.test/a");
        row.Line.ShouldBe(2);
    }

    [Fact]
    public void Empty_cells_are_open_and_for_everyone()
    {
        Read(Header + "a.pdf;;;;;;;\n").TryFind("a.pdf", out var row).ShouldBeTrue();

        row!.Document.ShouldBeNull();
        row.Declared.ShouldBe(ValidityPeriod.Open);
        row.Audience.ShouldBe([Audience.Everyone]);
    }

    [Theory]
    [InlineData("a.pdf;;;;31/02/2024;;;", MetadataProblemKind.BadDate, "valid_from")]
    [InlineData("a.pdf;;;;avril 2024;;;", MetadataProblemKind.BadDate, "valid_from")]
    [InlineData("a.pdf;;;;2024-04-01;2024-03-01;;", MetadataProblemKind.EndsBeforeItBegins, "valid_to")]
    [InlineData("a.pdf;;;;;;;javascript:alert(1)", MetadataProblemKind.BadUrl, "url")]
    [InlineData("a.pdf;;;;;;;;surplus", MetadataProblemKind.BadLine, "")]
    public void A_bad_row_is_reported_by_line_and_column_and_its_file_refused(string row, MetadataProblemKind kind, string column)
    {
        var table = Read(Header + "ok.pdf;;;;;;;\n" + row + "\n");

        var problem = table.Problems.ShouldHaveSingleItem();
        (problem.Kind, problem.Line, problem.Column).ShouldBe((kind, 3, column));
        table.TryFind("a.pdf", out _).ShouldBeFalse();
        table.TryFind("ok.pdf", out var ok).ShouldBeTrue();
        ok.ShouldNotBeNull();
    }

    [Fact]
    public void Two_rows_for_one_file_are_both_refused()
    {
        var table = Read(Header + "a.pdf;un;;;;;;\na.pdf;deux;;;;;;\n");

        table.Problems.ShouldHaveSingleItem().Kind.ShouldBe(MetadataProblemKind.DuplicateFile);
        table.TryFind("a.pdf", out _).ShouldBeFalse();
    }

    [Fact]
    public void A_path_is_no_file_name()
    {
        var table = Read(Header + "../a.pdf;;;;;;;\n");

        table.Problems.ShouldHaveSingleItem().Kind.ShouldBe(MetadataProblemKind.FileNameWithPath);
    }

    [Fact]
    public void A_row_without_its_file_is_reported_and_harms_no_other()
    {
        var table = MetadataTable.Read(Encoding.UTF8.GetBytes(Header + "absent.pdf;;;;;;;\nb.pdf;;;;;;;\n"), "metadata.csv", name => name == "b.pdf");

        table.Problems.ShouldHaveSingleItem().Kind.ShouldBe(MetadataProblemKind.FileNotFound);
        table.TryFind("b.pdf", out _).ShouldBeTrue();
    }

    [Fact]
    public void A_table_that_is_not_utf8_refuses_every_file_beside_it()
    {
        var table = MetadataTable.Read(Encoding.Latin1.GetBytes(Header + "a.pdf;;Pièces à fournir;;;;;\n"), "metadata.csv", _ => true);

        table.Problems.ShouldHaveSingleItem().Kind.ShouldBe(MetadataProblemKind.NotUtf8);
        table.TryFind("b.pdf", out _).ShouldBeFalse();
    }

    [Fact]
    public void A_table_without_the_file_column_refuses_every_file_beside_it()
    {
        var table = Read("fichier;titre\na.pdf;A\n");

        table.Problems.ShouldHaveSingleItem().Kind.ShouldBe(MetadataProblemKind.MissingColumn);
        table.TryFind("a.pdf", out _).ShouldBeFalse();
    }

    [Fact]
    public void Decomposed_names_on_disk_match_composed_rows()
    {
        Read(Header + "été.pdf;;Été;;;;;\n").TryFind("été.pdf".Normalize(NormalizationForm.FormD), out var row).ShouldBeTrue();

        row.ShouldNotBeNull();
    }

    [Fact]
    public void Quoted_cells_may_hold_the_delimiter()
    {
        Read(Header + "a.pdf;;\"Titre ; avec point-virgule\";;;;;\n").TryFind("a.pdf", out var row).ShouldBeTrue();

        row!.Title.ShouldBe("Titre ; avec point-virgule");
    }

    private static MetadataTable Read(string text) => MetadataTable.Read(Encoding.UTF8.GetBytes(text), "metadata.csv", _ => true);
}
