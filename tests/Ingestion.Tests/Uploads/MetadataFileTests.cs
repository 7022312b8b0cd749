using System.Text;
using AgentHelpdesk.Ingestion.Uploads;
using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Ingestion.Tests.Uploads;

public sealed class MetadataFileTests
{
    private const string Header = "file;document;title;kind;valid_from;valid_to;audience;url";

    public static TheoryData<string> Encodings => ["utf-8", "utf-8-bom", "windows-1252", "utf-16"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void French_titles_are_read_however_a_spreadsheet_saved_them(string encoding)
    {
        const string text = Header + "\r\nété.pdf;c-1;Règles générales;Circulaire;01/02/2023;2023-12-31;CAF 974;https://exemple.fr/é\r\n";
        byte[] bytes = encoding switch
        {
            "utf-8" => Encoding.UTF8.GetBytes(text),
            "utf-8-bom" => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)],
            "utf-16" => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)],
            _ => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text),
        };

        var row = MetadataFile.Read("metadata.csv", bytes).Find("été.pdf").ShouldNotBeNull();

        row.ShouldSatisfyAllConditions(
            () => row.Document.ShouldBe(DocumentId.Parse("c-1")),
            () => row.Title.ShouldBe("Règles générales"),
            () => row.Kind.ShouldBe("circulaire"),
            () => row.Declared.ShouldBe(new(new(2023, 2, 1), new(2024, 1, 1))),
            () => row.Audience.ShouldBe(["974", "caf"]),
            () => row.Url.ShouldBe("https://exemple.fr/é"));
    }

    [Fact]
    public void Commas_serve_as_well_and_quoted_cells_may_hold_anything()
    {
        var file = Read("file,title\na.pdf,\"Un; deux, \"\"trois\"\"\nquatre\"\nb.pdf,Autre");

        file.Find("a.pdf")!.Title.ShouldBe("Un; deux, \"trois\" quatre");
        file.Find("b.pdf")!.Line.ShouldBe(4);
        file.Problems.ShouldBeEmpty();
    }

    [Fact]
    public void A_spreadsheets_separator_line_is_passed_over()
    {
        var file = Read("sep=;\r\nfile;title\r\na.pdf;Un, deux\r\nb.pdf;Trois\r\n");

        file.Find("a.pdf")!.Title.ShouldBe("Un, deux");
        file.Find("b.pdf")!.Line.ShouldBe(4);
        file.Problems.ShouldBeEmpty();
    }

    [Fact]
    public void Number_and_issuer_are_columns_of_their_own_that_may_be_missing()
    {
        var file = Read("file;number;issuer;title\na.pdf; CIR-7/2022 ;\"Caisse\n nationale\";Un\nb.pdf;;;Deux");

        file.Find("a.pdf").ShouldNotBeNull().ShouldSatisfyAllConditions(row => row.Number.ShouldBe("CIR-7/2022"), row => row.Issuer.ShouldBe("Caisse nationale"));
        file.Find("b.pdf").ShouldNotBeNull().ShouldSatisfyAllConditions(row => row.Number.ShouldBeNull(), row => row.Issuer.ShouldBeNull());
        Read("file;title\na.pdf;Un").Find("a.pdf")!.Number.ShouldBeNull();
        file.Problems.ShouldBeEmpty();
    }

    [Fact]
    public void Empty_cells_and_missing_columns_say_nothing()
    {
        var row = Read("file;title\na.pdf;").Find("a.pdf").ShouldNotBeNull();

        row.ShouldSatisfyAllConditions(
            () => row.Title.ShouldBeNull(),
            () => row.Document.ShouldBeNull(),
            () => row.Declared.ShouldBe(ValidityPeriod.Open),
            () => row.Audience.ShouldBe(["*"]));
    }

    [Theory]
    [InlineData("a.pdf;;;;31/02/2024;;;", "valid_from", MetadataProblemKind.BadDate, "31/02/2024")]
    [InlineData("a.pdf;;;;;2024;;", "valid_to", MetadataProblemKind.BadDate, "2024")]
    [InlineData("a.pdf;;;;12/31/2024;;;", "valid_from", MetadataProblemKind.BadDate, "12/31/2024")]
    [InlineData("a.pdf;;;;2024-02-01;2024-01-01;;", "valid_to", MetadataProblemKind.EndBeforeStart, "2024-01-01")]
    [InlineData("a.pdf;;;;;;;javascript:alert(1)", "url", MetadataProblemKind.BadUrl, "javascript:alert(1)")]
    [InlineData("a.pdf;;;;;;;;surplus", null, MetadataProblemKind.BadRow, "surplus")]
    public void A_bad_cell_is_reported_by_line_and_column_and_bars_its_file_alone(string row, string? column, MetadataProblemKind kind, string value)
    {
        var file = Read($"{Header}\nb.pdf;;Bon;;;;;\n{row}");

        file.Problems.ShouldBe([new("metadata.csv", 3, column, kind, value)]);
        file.FindProblem("a.pdf").ShouldBe(file.Problems[0]);
        file.Find("a.pdf").ShouldBeNull();
        file.Find("b.pdf")!.Title.ShouldBe("Bon");
        file.FindProblem("b.pdf").ShouldBeNull();
    }

    [Fact]
    public void A_validity_of_one_day_is_good()
    {
        Read($"{Header}\na.pdf;;;;2024-01-01;2024-01-01;;").Find("a.pdf")!.Declared.ShouldBe(new(new(2024, 1, 1), new(2024, 1, 2)));
    }

    [Fact]
    public void Two_rows_about_one_file_are_both_disbelieved()
    {
        var file = Read($"{Header}\na.pdf;x;;;;;;\nb.pdf;;;;;;;\na.pdf;y;;;;;;");

        file.FindProblem("a.pdf")!.ShouldSatisfyAllConditions(
            problem => problem.Kind.ShouldBe(MetadataProblemKind.DuplicateFile),
            problem => problem.Line.ShouldBe(4),
            problem => problem.Value.ShouldContain("2"));
        file.Find("a.pdf").ShouldBeNull();
        file.Find("b.pdf").ShouldNotBeNull();
    }

    [Fact]
    public void A_row_without_file_is_reported() =>
        Read($"{Header}\n;x;;;;;;").Problems.Single().Kind.ShouldBe(MetadataProblemKind.NoFile);

    [Fact]
    public void An_unknown_column_is_reported_and_passed_over()
    {
        var file = Read("file;valid_form\na.pdf;2024-01-01");

        file.Problems.ShouldBe([new("metadata.csv", 1, "valid_form", MetadataProblemKind.UnknownColumn, "valid_form")]);
        file.Find("a.pdf").ShouldNotBeNull();
    }

    [Theory]
    [InlineData("name;title\na.pdf;x")]
    [InlineData("")]
    [InlineData("file;file\na.pdf;b.pdf")]
    [InlineData("file\0")]
    public void Without_a_usable_header_nothing_beside_it_is_believed(string text)
    {
        var file = Read(text);

        file.Fatal.ShouldNotBeNull();
        file.FindProblem("whatever.pdf").ShouldBe(file.Fatal);
    }

    [Fact]
    public void A_quotation_mark_that_is_never_closed_bars_its_own_row_alone()
    {
        var file = Read($"{Header}\na.pdf;;\"Ouvert;;;;;\nb.pdf;;\"Deux\nlignes\";;;;;\nc.pdf;;;;31/02/2024;;;\n");

        file.Problems.Select(problem => (problem.Line, problem.Kind)).ShouldBe([(2, MetadataProblemKind.BadRow), (5, MetadataProblemKind.BadDate)]);
        file.FindProblem("a.pdf")!.Line.ShouldBe(2);
        file.Find("b.pdf")!.Title.ShouldBe("Deux lignes");
    }

    [Fact]
    public void Decomposed_accents_name_the_same_file() =>
        Read($"{Header}\n{"été.pdf".Normalize(NormalizationForm.FormD)};;Titre;;;;;").Find("été.pdf")!.Title.ShouldBe("Titre");

    private static MetadataFile Read(string text) => MetadataFile.Read("metadata.csv", Encoding.UTF8.GetBytes(text));
}
