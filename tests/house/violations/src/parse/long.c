int long_function(void);
int long_function(void)
{
	step();
	step();
	step();
	step();
	step();
	step();
	step();
	step();
	step();
	step();
	step();
	step();
	step();
	step();
	step();
	step();
	step();
	step();
	step();
	step();
	step();
	step();
	step();
	step();
	step();
	step();
	step();
	step();
	step();
	step();
	step();
	step();
	step();
	step();
	step();
	step();
	step();
	step();
	step();
	step();
	step();
	step();
	step();
	step();
	step();
	step();
	step();
	step();
	step();
	step();
	step();
	step();
	step();
	step();
	step();
	step();
	step();
	step();
	step();
	step();
	step();
}




















































































































































































































































































































































